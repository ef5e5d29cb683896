package org.whitelane.whitelist.request.web;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.web.Fault;
import org.whitelane.chassis.web.Together;
import org.whitelane.whitelist.request.web.RequestForm.ArticleForm;
import org.whitelane.whitelist.scheme.RequestKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which of the two lists a kind of request has, and whether its articles name entries. */
final class KindRule implements Together.Rule {

    @Override
    public List<Fault> faults(Map<String, @Nullable Object> fields) {
        if (!(fields.get("kind") instanceof RequestKind kind)) {
            return List.of();
        }
        var faults = new ArrayList<Fault>();
        var named = kind.takesArticlesFromEntries();
        list(fields.get("articles"), "/articles", !named, kind, faults);
        list(fields.get("entries"), "/entries", named, kind, faults);
        if (!named && fields.get("articles") instanceof List<?> articles) {
            for (var i = 0; i < articles.size(); i++) {
                if (articles.get(i) instanceof ArticleForm article) {
                    entry(article, "/articles/%d/entryId".formatted(i), kind, faults);
                }
            }
        }
        return faults;
    }

    private static void list(
            @Nullable Object list,
            String pointer,
            boolean wanted,
            RequestKind kind,
            List<Fault> faults) {
        if (wanted && list == null) {
            faults.add(new Fault(pointer, "required", "A %s needs this list.".formatted(kind)));
        } else if (!wanted && list instanceof List<?> told && !told.isEmpty()) {
            faults.add(
                    new Fault(
                            pointer,
                            "not-expected",
                            "A %s has no such list; it has %s."
                                    .formatted(
                                            kind,
                                            kind.takesArticlesFromEntries()
                                                    ? "entries"
                                                    : "articles")));
        } else if (wanted && kind.refersToEntries() && list instanceof List<?> l && l.isEmpty()) {
            faults.add(new Fault(pointer, "empty", "A %s names one at least.".formatted(kind)));
        }
    }

    private static void entry(
            ArticleForm article, String pointer, RequestKind kind, List<Fault> faults) {
        if (kind == RequestKind.CHANGE && article.entryId() == null) {
            faults.add(new Fault(pointer, "required", "A CHANGE names the entry that it changes."));
        } else if (kind != RequestKind.CHANGE && article.entryId() != null) {
            faults.add(
                    new Fault(
                            pointer,
                            "not-expected",
                            "A %s asks for a new entry; CHANGE is about one that exists."
                                    .formatted(kind)));
        }
    }
}
