package org.whitelane.whitelist.request;

import org.whitelane.whitelist.scheme.PilotScheme;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What the joint review amounts to, by agency role; only opinions that stand count.
 *
 * @param missing owe an opinion
 * @param notAgreeing gave one that is not AGREE, of the whole or of an article
 */
public record Verdict(List<String> missing, List<String> notAgreeing) {

    public static Verdict of(WhitelistRequest request, PilotScheme scheme) {
        var reviewers = scheme.governance().reviewers();
        return new Verdict(
                reviewers.stream().filter(r -> request.opinionOf(r).isEmpty()).toList(),
                reviewers.stream()
                        .filter(
                                r ->
                                        request.opinionOf(r)
                                                .filter(o -> !agrees(request, o))
                                                .isPresent())
                        .toList());
    }

    /** Whether every member that spoke agrees about the article. */
    static boolean agreedOn(WhitelistRequest request, int article) {
        return request.standing().stream().allMatch(o -> o.about(article) == Opinion.Kind.AGREE);
    }

    private static boolean agrees(WhitelistRequest request, Opinion opinion) {
        var articles = request.content().articles().size();
        return articles == 0
                ? opinion.kind() == Opinion.Kind.AGREE
                : IntStream.range(0, articles)
                        .allMatch(i -> opinion.about(i) == Opinion.Kind.AGREE);
    }
}
