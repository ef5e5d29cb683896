package org.whitelane.testing.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** Pages and cursors. */
public interface CursorContract extends Contract {

    @Test
    default void aWalkMissesNothingAndShowsNothingTwice() {
        for (var listing : edge().listings()) {
            for (int i = 0; i < 5; i++) {
                listing.add().run();
            }
            var before = walk(listing, 100, 0);

            var walked = walk(listing, 2, 3);

            assertThat(walked).as(listing.path()).doesNotHaveDuplicates();
            assertThat(walked).containsAll(before);
            assertThat(walked.stream().filter(before::contains).toList()).isEqualTo(before);
        }
    }

    @Test
    default void aPageHasAsManyAsAskedFor() {
        for (var listing : edge().listings()) {
            listing.add().run();
            listing.add().run();

            var page = edge().send(listing.page("?limit=1")).expect(200).json();

            assertThat(page.propertyNames()).containsExactlyInAnyOrder("items", "next");
            assertThat(page.path("items")).hasSize(1);
            assertThat(page.path("next").isString()).isTrue();
            edge().send(listing.page("?limit=100")).expect(200);
        }
    }

    @Test
    default void aLimitOutOfRangeIsRefused() {
        for (var limit :
                List.of(
                        "0",
                        "-1",
                        "101",
                        "1.5",
                        "x",
                        "",
                        "1&limit=2",
                        "99999999999",
                        "%2B1",
                        "1e1")) {
            for (var listing : edge().listings()) {
                assertThat(edge().send(listing.page("?limit=" + limit)).pointers())
                        .as("%s %s", listing.path(), limit)
                        .containsExactly("?limit");
            }
        }
    }

    @Test
    default void aCursorIsTakenAsItWasGivenOrNotAtAll() {
        for (var listing : edge().listings()) {
            takesItsCursorOnly(listing, cursor(listing));
        }
    }

    private void takesItsCursorOnly(Edge.Listing listing, String cursor) {
        edge().send(listing.page("?limit=1&cursor=" + cursor)).expect(200);
        for (var wrong :
                List.of(
                        flipped(cursor, 0),
                        flipped(cursor, cursor.length() / 2),
                        cursor.substring(0, cursor.length() / 2),
                        cursor + "AAAA",
                        "x" + cursor,
                        "",
                        "%20",
                        "AAAA",
                        "x".repeat(2000))) {
            edge().send(listing.page("?cursor=" + wrong)).problem(400, "cursor-invalid");
        }
        assertThat(edge().send(listing.page("?cursor=a&cursor=b")).pointers())
                .containsExactly("?cursor");
    }

    @Test
    default void aCursorMeansNothingElsewhere() {
        for (var listing : edge().listings()) {
            var cursor = cursor(listing);

            assertThat(listing.foreign()).isNotEmpty();
            for (var elsewhere : listing.foreign()) {
                edge().send(elsewhere.target(elsewhere.target() + cursor))
                        .problem(400, "cursor-invalid");
            }
        }
    }

    private String cursor(Edge.Listing listing) {
        listing.add().run();
        listing.add().run();
        return edge().send(listing.page("?limit=1")).expect(200).json().path("next").asString();
    }

    private static String flipped(String cursor, int at) {
        var other = cursor.charAt(at) == 'A' ? 'B' : 'A';
        return cursor.substring(0, at) + other + cursor.substring(at + 1);
    }

    /**
     * From the first page to the last.
     *
     * @param added so many things are added on the way
     */
    private List<String> walk(Edge.Listing listing, int limit, int added) {
        var seen = new ArrayList<String>();
        var query = "?limit=" + limit;
        var cursor = "";
        for (int page = 0; page < 2000; page++) {
            var json = edge().send(listing.page(query + cursor)).expect(200).json();
            assertThat(json.path("items").size()).isLessThanOrEqualTo(limit);
            json.path("items").forEach(item -> seen.add(item.path(listing.id()).asString()));
            if (json.path("next").isNull()) {
                return seen;
            }
            cursor = "&cursor=" + json.path("next").asString();
            if (page < added) {
                listing.add().run();
            }
        }
        throw new AssertionError("a walk without an end");
    }
}
