package org.whitelane.whitelist.request;

import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.request.Listings.Right;
import org.whitelane.whitelist.request.RequestContent.Project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the same unit asked for before, or has: the same article for the same project. People look
 * at both; nothing is merged, and nothing refused for it.
 */
public sealed interface Duplicate {

    UUID id();

    String number();

    String scheme();

    /** Of its own life. */
    String status();

    Project project();

    /** What is in both. */
    List<Pair> pairs();

    /**
     * @param place in the request that is looked at, from 0
     * @param here as that request wants it
     * @param there as the other has it
     */
    record Pair(int place, Article here, Article there) {}

    /** A request that is open or recognised. */
    record OfRequest(WhitelistRequest request, List<Pair> pairs) implements Duplicate {

        public OfRequest {
            pairs = List.copyOf(pairs);
        }

        @Override
        public UUID id() {
            return request.id();
        }

        @Override
        public String number() {
            return request.number();
        }

        @Override
        public String scheme() {
            return request.scheme().code();
        }

        @Override
        public String status() {
            return request.status().name();
        }

        @Override
        public Project project() {
            return request.content().project();
        }
    }

    /** A right on the list that has not ended. */
    record OfEntry(Right right, Project project, List<Pair> pairs) implements Duplicate {

        public OfEntry {
            pairs = List.copyOf(pairs);
        }

        @Override
        public UUID id() {
            return right.id();
        }

        @Override
        public String number() {
            return right.number();
        }

        @Override
        public String scheme() {
            return right.scheme();
        }

        @Override
        public String status() {
            return right.listing().status();
        }
    }

    static Optional<Duplicate> of(WhitelistRequest request, WhitelistRequest other) {
        return request.content().project().sameAs(other.content().project())
                ? found(pairs(request, other.content().articles()))
                        .map(pairs -> new OfRequest(other, pairs))
                : Optional.empty();
    }

    /** What a request says about an entry is no second wish for it. */
    static Optional<Duplicate> of(WhitelistRequest request, Right right, Project project) {
        return request.content().project().sameAs(project)
                        && !request.content().entries().contains(right.id())
                ? found(pairs(request, List.of(right.listing().article())))
                        .map(pairs -> new OfEntry(right, project, pairs))
                : Optional.empty();
    }

    private static Optional<List<Pair>> found(List<Pair> pairs) {
        return pairs.isEmpty() ? Optional.empty() : Optional.of(pairs);
    }

    private static List<Pair> pairs(WhitelistRequest request, List<Article> others) {
        var pairs = new ArrayList<Pair>();
        var articles = request.content().articles();
        for (var place = 0; place < articles.size(); place++) {
            var here = articles.get(place);
            for (var there : others) {
                if (here.key().equals(there.key())) {
                    pairs.add(new Pair(place, here, there));
                }
            }
        }
        return pairs;
    }
}
