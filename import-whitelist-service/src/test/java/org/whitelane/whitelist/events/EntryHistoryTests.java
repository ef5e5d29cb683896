package org.whitelane.whitelist.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whitelane.events.EntryEvent;
import org.whitelane.events.EventTypes;
import org.whitelane.events.WhitelistEvent;
import org.whitelane.whitelist.core.Amount;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.core.Json;
import org.whitelane.whitelist.entry.EntryState;
import org.whitelane.whitelist.entry.EntryStatus;
import org.whitelane.whitelist.entry.WhitelistEntry;
import org.whitelane.whitelist.events.EntryHistory.Told;
import org.whitelane.whitelist.request.SchemeRef;
import org.whitelane.whitelist.support.Fixtures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What each event makes of an entry, whatever stands there today. */
class EntryHistoryTests {

    private static final UUID ID = new UUID(0, 1);
    private static final UUID FIRST = new UUID(0, 2);
    private static final UUID LATER = new UUID(0, 3);
    private static final Instant DAY = Instant.parse("2026-03-02T03:00:00Z");
    private static final LocalDate FROM = LocalDate.of(2026, 3, 2);

    @Test
    void isBornAsItsFirstEventSays() {
        var born = after(activated("2026-03-02", "2026-09-02"));

        assertThat(born.status()).isEqualTo(EntryStatus.ACTIVE);
        assertThat(born.article()).isEqualTo(Fixtures.dextran());
        assertThat(born.terms())
                .isEqualTo(new WhitelistEntry.Terms(List.of("Q"), FROM, LocalDate.of(2026, 9, 2)));
        assertThat(born.state().quota().approved()).isEqualByComparingTo("5000");
        assertThat(born.state().quota().taken()).isZero();
        assertThat(born.number()).as("of today, for it never changes").isEqualTo("TJ-2022-B1-1");
        assertThat(after(activated("2026-03-03", null)).status())
                .as("its first day is still to come")
                .isEqualTo(EntryStatus.PENDING);
    }

    @Test
    void isCountedChangedAndRenewed() {
        var told = new ArrayList<EntryEvent>();
        told.add(activated("2026-03-02", "2026-09-02"));
        told.add(
                new EntryEvent.QuotaReserved(
                        id(),
                        "n",
                        "d",
                        grams("100"),
                        counts("5000", "100", "0"),
                        "TOTAL",
                        false,
                        "2026-04-01"));
        told.add(
                new EntryEvent.QuotaUsed(
                        id(), "n", "d", grams("60"), grams("60"), counts("5000", "40", "60")));
        var drawn = after(told);
        assertThat(drawn.state().quota().reserved()).isEqualByComparingTo("40");
        assertThat(drawn.state().quota().used()).isEqualByComparingTo("60");

        told.add(changed("Dextran 70", counts("250", "40", "60"), "ACTIVE"));
        told.add(
                new EntryEvent.EntryRenewed(
                        id(),
                        "n",
                        LATER.toString(),
                        "r",
                        "TJ-2022",
                        "o",
                        "2027-03-02",
                        "2026-09-02"));
        var last = after(told);
        assertThat(last.article().nameEn()).isEqualTo("Dextran 70");
        assertThat(last.state().quota().approved()).isEqualByComparingTo("250");
        assertThat(last.terms().waivedDocuments()).containsExactly("Q", "X");
        assertThat(last.terms().validTo()).isEqualTo(LocalDate.of(2027, 3, 2));
    }

    /** All that ends it, holds it, or uses it up; and what brings it back. */
    @ParameterizedTest
    @CsvSource({
        "suspended,                    SUSPENDED, because",
        "suspended lifted,             ACTIVE,",
        "exhausted,                    EXHAUSTED,",
        "exhausted released,           ACTIVE,",
        "exhausted suspended lifted,   ACTIVE,",
        "expired,                      EXPIRED,   Its last day was 2026-09-02",
        "revoked,                      REVOKED,   because",
        "suspended removed,            REMOVED,   because",
        "questioned expiring low,      ACTIVE,"
    })
    void moves(String moves, EntryStatus status, @Nullable String reason) {
        var told = new ArrayList<EntryEvent>();
        told.add(activated("2026-03-02", "2026-09-02"));
        for (var move : moves.split(" ")) {
            told.add(event(move));
        }

        assertThat(after(told).status()).isEqualTo(status);
        assertThat(after(told).state().reason()).isEqualTo(reason);
    }

    /** Whatever became of it afterwards. */
    @Test
    void isSeenAsABatchLeftIt() {
        var told =
                told(
                        List.of(
                                activated("2026-03-02", "2026-09-02"),
                                event("suspended"),
                                event("lifted"),
                                changed("Dextran 70", counts("250", "0", "0"), "ACTIVE"),
                                event("removed")));

        var added = EntryHistory.inBatch(today(), told, FIRST, "ADDED");
        assertThat(added.article().nameEn()).isEqualTo("Dextran");
        assertThat(added.status()).isEqualTo(EntryStatus.ACTIVE);
        var changed = EntryHistory.inBatch(today(), told, LATER, "CHANGED");
        assertThat(changed.article().nameEn()).isEqualTo("Dextran 70");
        assertThat(changed.status()).isEqualTo(EntryStatus.ACTIVE);
        var removed = EntryHistory.inBatch(today(), told, new UUID(0, 4), "REMOVED");
        assertThat(removed.status()).isEqualTo(EntryStatus.REMOVED);
        assertThatThrownBy(() -> EntryHistory.inBatch(today(), told, FIRST, "CHANGED"))
                .isInstanceOf(IllegalStateException.class);
    }

    private static EntryEvent event(String move) {
        return switch (move) {
            case "suspended" -> new EntryEvent.EntrySuspended(id(), "n", "because");
            case "lifted" -> new EntryEvent.EntryLifted(id(), "n", "ACTIVE", "over");
            case "exhausted" ->
                    new EntryEvent.EntryExhausted(id(), "n", counts("5000", "5000", "0"));
            case "released" ->
                    new EntryEvent.QuotaReleased(
                            id(), "n", "d", grams("1"), "cancel", counts("5000", "4999", "0"));
            case "expired" -> new EntryEvent.EntryExpired(id(), "n", "2026-09-02");
            case "revoked" ->
                    new EntryEvent.EntryRevoked(id(), "n", "TJ-2022", "o", "because", null, null);
            case "removed" -> new EntryEvent.EntryRemoved(id(), "n", "because");
            case "questioned" ->
                    new EntryEvent.EntryEligibilityQuestioned(id(), "n", List.of("flag"), 8);
            case "expiring" ->
                    new EntryEvent.EntryExpiring(id(), "n", "TJ-2022", "o", "2026-09-02", 7);
            case "low" ->
                    new EntryEvent.EntryQuotaLow(
                            id(), "n", "TJ-2022", "o", 80, counts("5000", "4000", "0"));
            default -> throw new IllegalArgumentException(move);
        };
    }

    private static EntryEvent activated(String from, @Nullable String to) {
        return new EntryEvent.EntryActivated(
                id(),
                "TJ-2022-B1-1",
                FIRST.toString(),
                "r",
                "TJ-2022",
                1,
                "o",
                7,
                Articles.of(Fixtures.dextran()),
                List.of("Q"),
                from,
                to);
    }

    private static EntryEvent changed(
            String nameEn, WhitelistEvent.QuotaCounts counts, String status) {
        return new EntryEvent.EntryChanged(
                id(),
                "n",
                LATER.toString(),
                "r",
                "TJ-2022",
                "o",
                Articles.of(Fixtures.article(Map.of("nameEn", nameEn))),
                List.of("Q", "X"),
                status,
                counts);
    }

    private static WhitelistEvent.QuotaCounts counts(
            String approved, String reserved, String used) {
        return new WhitelistEvent.QuotaCounts(approved, reserved, used, "g", null);
    }

    private static WhitelistEvent.Quantity grams(String amount) {
        return new WhitelistEvent.Quantity(amount, "g");
    }

    private static String id() {
        return ID.toString();
    }

    private static WhitelistEntry after(EntryEvent... told) {
        return after(List.of(told));
    }

    private static WhitelistEntry after(List<EntryEvent> told) {
        return EntryHistory.after(today(), told(told));
    }

    private static List<Told> told(List<EntryEvent> events) {
        return events.stream()
                .map(event -> new Told(EventTypes.typeOf(event.getClass()), DAY, Json.write(event)))
                .toList();
    }

    /** Nothing of it may shine through. */
    private static WhitelistEntry today() {
        var article =
                new Article(
                        "今",
                        "Today",
                        null,
                        "3002120000",
                        "today",
                        new Amount("1", "mL"),
                        "Today",
                        "JPN",
                        "JPN",
                        "TODAY",
                        null);
        return new WhitelistEntry(
                ID,
                "TJ-2022-B1-1",
                new SchemeRef("TJ-2022", 1),
                new WhitelistEntry.Origin(FIRST, 1, 1, new UUID(0, 9)),
                new WhitelistEntry.Holder("o", 7, "示例甲（虚构）"),
                article,
                new WhitelistEntry.Terms(List.of("TODAY"), FROM.plusYears(9), null),
                EntryState.published(article, FROM, FROM),
                List.of(),
                42);
    }
}
