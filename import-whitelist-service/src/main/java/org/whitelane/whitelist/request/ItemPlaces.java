package org.whitelane.whitelist.request;

import org.whitelane.whitelist.core.Finding;

import java.util.Optional;
import java.util.Set;

/** Lines about single articles name each at most once, and one that is there. */
final class ItemPlaces {

    private ItemPlaces() {}

    /**
     * @param seen the places named before; takes this one in
     */
    static Optional<Finding> fault(
            WhitelistRequest request, int article, Set<Integer> seen, String line) {
        var count = request.content().articles().size();
        if (article < 0 || article >= count) {
            return Optional.of(
                    new Finding(
                            line + "/article",
                            "no-such-article",
                            "Should be from 0 to %d.".formatted(count - 1)));
        }
        return seen.add(article)
                ? Optional.empty()
                : Optional.of(
                        new Finding(
                                line + "/article",
                                "article-once",
                                "Should be named once; another line is about it too."));
    }
}
