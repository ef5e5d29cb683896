package org.whitelane.whitelist.request;

import org.whitelane.whitelist.scheme.PilotScheme;

import java.util.List;

/**
 * What the joint review amounts to, by agency role.
 *
 * @param missing owe an opinion
 * @param notAgreeing gave one that is not AGREE
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
                                                .filter(o -> o.kind() != Opinion.Kind.AGREE)
                                                .isPresent())
                        .toList());
    }
}
