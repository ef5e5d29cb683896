package org.whitelane.testing.edge;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What is particular to one service's edge.
 *
 * @param anyone a token that is good and has no role
 * @param creations the first one has a body with several required fields
 * @param days where a legal day is read
 */
public record Edge(
        URI base,
        String anyone,
        List<Creation> creations,
        List<Listing> listings,
        List<Aggregate> aggregates,
        List<Day> days) {

    public Edge {
        creations = List.copyOf(creations);
        listings = List.copyOf(listings);
        aggregates = List.copyOf(aggregates);
        days = List.copyOf(days);
    }

    public Edge(
            URI base,
            String anyone,
            Creation creation,
            Listing listing,
            List<Aggregate> aggregates,
            List<Day> days) {
        this(base, anyone, List.of(creation), List.of(listing), aggregates, days);
    }

    Creation creation() {
        return creations.getFirst();
    }

    Listing listing() {
        return listings.getFirst();
    }

    /** Where callers are told apart. */
    List<Creation> ofKnown() {
        return creations.stream().filter(creation -> !creation.isAnonymous()).toList();
    }

    /**
     * An operation that wants an {@code Idempotency-Key}.
     *
     * @param body good for one new thing, another each time
     * @param token of a caller who may; null when no token is needed
     * @param other of another caller who may; null when no token is needed
     * @param exclusive the same thing cannot be there twice: 409
     */
    public record Creation(
            String path,
            Supplier<String> body,
            @Nullable String token,
            @Nullable String other,
            boolean exclusive) {

        Call call(String json) {
            return Call.post(path, json).by(token);
        }

        boolean isAnonymous() {
            return token == null;
        }
    }

    /**
     * A list in pages.
     *
     * @param path with a filter or without
     * @param id the member that tells its items apart
     * @param add puts one more thing into it
     * @param foreign where its cursors mean nothing: other lists, other filters, other readers;
     *     each with its token, and the cursor to be appended
     */
    public record Listing(
            String path, String id, @Nullable String token, Runnable add, List<Call> foreign) {

        public Listing {
            foreign = List.copyOf(foreign);
        }

        public Listing(String path, @Nullable String token, Runnable add, List<Call> foreign) {
            this(path, "id", token, add, foreign);
        }

        Call page(String query) {
            var more = path.contains("?") ? query.replaceFirst("^\\?", "&") : query;
            return Call.get(path + more).by(token);
        }
    }

    /**
     * A thing with a version.
     *
     * @param fresh makes one and gives back its path
     * @param reader token of who may read; null when no token is needed
     * @param changes what can be done to a fresh one, in this order; empty when it never changes
     */
    public record Aggregate(
            String name,
            Supplier<String> fresh,
            @Nullable String reader,
            List<Function<String, Call>> changes) {

        public Aggregate {
            changes = List.copyOf(changes);
        }

        Call read(String path) {
            return Call.get(path).by(reader);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * @param pointer of the fault
     * @param saying the call with this text as the day
     */
    public record Day(String pointer, Function<String, Call> saying) {}

    List<Aggregate> changing() {
        return aggregates.stream().filter(a -> !a.changes().isEmpty()).toList();
    }

    Answer send(Call call) {
        return call.send(base);
    }
}
