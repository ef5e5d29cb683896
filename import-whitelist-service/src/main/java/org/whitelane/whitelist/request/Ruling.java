package org.whitelane.whitelist.request;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What the office decided about each article of a request.
 *
 * @param resolution of the meeting that settled what was not agreed; absent when all agreed
 */
public record Ruling(List<ItemRuling> items, @Nullable Resolution resolution) {

    public Ruling {
        items = List.copyOf(items);
    }

    public enum Result {
        RECOGNISED,
        REFUSED
    }

    /**
     * @param article its place in the request, from 0
     * @param conditions under which it is recognised
     * @param reason why it is refused
     */
    public record ItemRuling(
            int article, Result outcome, List<String> conditions, @Nullable String reason) {

        public ItemRuling {
            conditions = List.copyOf(conditions);
        }

        public boolean recognised() {
            return outcome == Result.RECOGNISED;
        }
    }

    /**
     * @param document number of the meeting's paper
     */
    public record Resolution(String document, String reason) {}

    /** Never of a request without articles: there the unit itself is recognised. */
    public boolean recognisesNothing() {
        return !items.isEmpty() && items.stream().noneMatch(ItemRuling::recognised);
    }
}
