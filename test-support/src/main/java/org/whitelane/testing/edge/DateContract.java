package org.whitelane.testing.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** Legal days are {@code yyyy-MM-dd}; moments are instants in UTC. */
public interface DateContract extends Contract {

    /** What somebody might take for a day. */
    Pattern DATE_LIKE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}.*", Pattern.DOTALL);

    Pattern INSTANT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}([.][0-9]{1,9})?Z");

    @Test
    default void aDayThatExistsIsTaken() {
        assumeFalse(edge().days().isEmpty(), "this edge reads no day");
        for (var day : edge().days()) {
            for (var good : List.of("2024-02-29", "2020-02-29", "2025-12-31", "2025-01-01")) {
                var answer = edge().send(day.saying().apply(good));
                if (answer.status() == 400) {
                    assertThat(answer.pointers()).as(good).doesNotContain(day.pointer());
                }
            }
        }
    }

    @Test
    default void whatIsNoDayIsRefused() {
        assumeFalse(edge().days().isEmpty(), "this edge reads no day");
        for (var day : edge().days()) {
            for (var wrong :
                    List.of(
                            "2023-02-29",
                            "2100-02-29",
                            "2025-02-30",
                            "2025-04-31",
                            "2025-13-01",
                            "2025-00-10",
                            "2025-01-00",
                            "2025-1-5",
                            "25-01-05",
                            "20250105",
                            "05.01.2025",
                            "01/05/2025",
                            "2025-01-05Z",
                            "2025-01-05+08:00",
                            "2025-01-05T00:00:00Z",
                            "2025-01-05 00:00",
                            " 2025-01-05",
                            "2025-W01-1",
                            "2025-005",
                            "+12025-01-05",
                            "-2025-01-05",
                            "0000-01-01",
                            "２０２５-01-05",
                            "today",
                            "")) {
                assertThat(edge().send(day.saying().apply(wrong)).pointers())
                        .as("'%s'", wrong)
                        .contains(day.pointer());
            }
        }
    }

    @Test
    default void whatIsToldIsADayOrAnInstantInUtc() {
        for (var listing : edge().listings()) {
            listing.add().run();
            requireDates(edge().send(listing.page("?limit=100")).expect(200).json());
        }
        for (var aggregate : edge().aggregates()) {
            requireDates(edge().send(aggregate.read(aggregate.fresh().get())).expect(200).json());
        }
    }

    private static void requireDates(JsonNode node) {
        node.valueStream().forEach(DateContract::requireDates);
        if (node.isString() && DATE_LIKE.matcher(node.stringValue()).matches()) {
            var text = node.stringValue();
            if (text.length() == 10) {
                assertThat(LocalDate.parse(text)).hasToString(text);
            } else {
                assertThat(text).matches(INSTANT);
                assertThat(Instant.parse(text)).isAfter(Instant.EPOCH);
            }
        }
    }
}
