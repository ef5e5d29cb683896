package org.whitelane.whitelist.request;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * What a member agency thinks of a request. It can be changed until the recognition: the newer one
 * stands, the older ones stay in the record.
 *
 * @param items where an article is judged otherwise than the whole, or under conditions
 * @param needs what the agency asks the applicant for; empty unless NEED_MORE
 * @param by the officer's credential
 * @param setAsideOn the day from which it no longer counts; absent while it stands
 */
public record Opinion(
        String agency,
        String agencyRole,
        Kind kind,
        @Nullable String reason,
        List<ItemOpinion> items,
        List<String> needs,
        LocalDate givenOn,
        String by,
        @Nullable LocalDate setAsideOn) {

    public Opinion {
        items = List.copyOf(items);
        needs = List.copyOf(needs);
    }

    public enum Kind {
        AGREE,
        DISAGREE,
        ABSTAIN,
        NEED_MORE
    }

    /**
     * @param article its place in the request, from 0
     * @param conditions under which the agency agrees
     */
    public record ItemOpinion(
            int article, Kind opinion, List<String> conditions, @Nullable String reason) {

        public ItemOpinion {
            conditions = List.copyOf(conditions);
        }
    }

    public boolean stands() {
        return setAsideOn == null;
    }

    /** What it says of one article: its own line, else what it says of the whole. */
    public Kind about(int article) {
        return items.stream()
                .filter(item -> item.article() == article)
                .map(ItemOpinion::opinion)
                .findFirst()
                .orElse(kind);
    }

    public List<String> conditionsFor(int article) {
        return items.stream()
                .filter(item -> item.article() == article)
                .flatMap(item -> item.conditions().stream())
                .toList();
    }

    Opinion setAside(LocalDate day) {
        return new Opinion(agency, agencyRole, kind, reason, items, needs, givenOn, by, day);
    }
}
