package org.whitelane.whitelist.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.whitelane.events.UuidV7;
import org.whitelane.whitelist.core.Amount;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.request.SchemeRef;
import org.whitelane.whitelist.scheme.Validity;
import org.whitelane.whitelist.support.Fixtures;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What a change, a renewal and a withdrawal make of an entry, in each of its states. */
class RevisingTests {

    private static final Revising REVISING = new Revising(Fixtures.shipped("GZ-GDD-2024"));
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final LocalDate LAST = LocalDate.of(2026, 9, 2);

    @ParameterizedTest
    @EnumSource(EntryStatus.class)
    void changesAndRenewsWhatIsActiveOnly(EntryStatus status) {
        var entry = entry(status, "0", "0");

        assertThat(REVISING.changed(entry, article("50", "g")) instanceof Revision.Changed)
                .isEqualTo(status == EntryStatus.ACTIVE);
        assertThat(REVISING.renewed(entry) instanceof Revision.Renewed)
                .isEqualTo(status == EntryStatus.ACTIVE);
        assertThat(REVISING.removed(entry, "wish") instanceof Revision.Removed)
                .isEqualTo(status.isLive());
    }

    @ParameterizedTest
    @CsvSource({
        "40, 60, 100, EXHAUSTED",
        "40, 60, 100.000001, ACTIVE",
        "0, 0, 0.5, ACTIVE",
    })
    void keepsWhatIsTaken(String reserved, String used, String approved, EntryStatus status) {
        var revision =
                REVISING.changed(entry(EntryStatus.ACTIVE, reserved, used), article(approved, "g"));

        assertThat(revision)
                .isInstanceOfSatisfying(
                        Revision.Changed.class,
                        changed -> {
                            var quota = changed.after().state().quota();
                            assertThat(quota.approved()).isEqualByComparingTo(approved);
                            assertThat(quota.reserved()).isEqualByComparingTo(reserved);
                            assertThat(quota.used()).isEqualByComparingTo(used);
                            assertThat(changed.after().status()).isEqualTo(status);
                        });
    }

    @Test
    void approvesNoLessThanIsTakenAndInNoOtherUnit() {
        var entry = entry(EntryStatus.ACTIVE, "40", "60");

        assertThat(refusal(REVISING.changed(entry, article("99.999999", "g"))))
                .isEqualTo("quota-below-taken");
        assertThat(refusal(REVISING.changed(entry, article("1", "kg")))).isEqualTo("other-unit");
    }

    @Test
    void renewsFromTheOldEndAndNoFurtherThanTheScheme() {
        assertThat(REVISING.renewed(entry(EntryStatus.ACTIVE, "1", "2")))
                .isInstanceOfSatisfying(
                        Revision.Renewed.class,
                        renewed -> {
                            assertThat(renewed.after().terms().validTo())
                                    .isEqualTo(LocalDate.of(2027, 3, 2));
                            assertThat(renewed.after().terms().validFrom()).isEqualTo(FIRST);
                            assertThat(renewed.after().state().quota().used())
                                    .isEqualByComparingTo("2");
                        });
        var ending = Fixtures.shipped("SH-2023");
        var end = Objects.requireNonNull(ending.policy().effectiveTo());
        assertThat(new Validity(ending).renewed(end.minusDays(1))).contains(end);
        assertThat(new Validity(ending).renewed(end)).isEmpty();
        var atTheEnd = entry(EntryStatus.ACTIVE, "0", "0").with(article("1", "g"), terms(end));
        assertThat(refusal(new Revising(ending).renewed(atTheEnd)))
                .isEqualTo("renewal-without-effect");
    }

    private static String refusal(Revision revision) {
        assertThat(revision).isInstanceOf(Revision.Refused.class);
        return ((Revision.Refused) revision).finding().code();
    }

    private static WhitelistEntry entry(EntryStatus status, String reserved, String used) {
        var article = article("500", "g");
        var quota =
                new Quota(
                        new BigDecimal("500"),
                        new BigDecimal(reserved),
                        new BigDecimal(used),
                        Quota.untouched(article.quantity()).unit(),
                        Quota.NO_YEAR,
                        true);
        return new WhitelistEntry(
                UuidV7.at(Instant.EPOCH),
                "GZ-GDD-2024-B1-1",
                new SchemeRef("GZ-GDD-2024", 1),
                new WhitelistEntry.Origin(UUID.randomUUID(), 1, 1, UUID.randomUUID()),
                new WhitelistEntry.Holder(Fixtures.ENTERPRISE, 1, "示例"),
                article,
                terms(LAST),
                new EntryState(status, quota, null, true),
                List.of(),
                1);
    }

    private static WhitelistEntry.Terms terms(LocalDate last) {
        return new WhitelistEntry.Terms(List.of("Q"), FIRST, last);
    }

    private static Article article(String amount, String unit) {
        var dextran = Fixtures.dextran();
        return new Article(
                dextran.nameZh(),
                dextran.nameEn(),
                dextran.casNumber(),
                dextran.hsCode(),
                dextran.specification(),
                new Amount(amount, unit),
                dextran.manufacturer(),
                dextran.manufacturerCountry(),
                dextran.originCountry(),
                dextran.use(),
                dextran.content());
    }
}
