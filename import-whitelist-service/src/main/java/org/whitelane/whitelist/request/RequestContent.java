package org.whitelane.whitelist.request;

import org.whitelane.whitelist.core.Article;

import java.time.LocalDate;
import java.util.List;

/** What the applicant writes. */
public record RequestContent(
        Kind kind, List<Article> articles, Project project, LocalDate commitmentSignedOn) {

    public RequestContent {
        articles = List.copyOf(articles);
    }

    public enum Kind {
        NEW
    }

    /**
     * @param stage e.g. PRECLINICAL
     */
    public record Project(String name, String stage) {}
}
