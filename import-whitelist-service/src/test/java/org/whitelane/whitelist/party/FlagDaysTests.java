package org.whitelane.whitelist.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whitelane.whitelist.support.Table.draft;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.whitelane.events.EntryEvent.EntryEligibilityQuestioned;
import org.whitelane.events.RegistryEvent.CreditFlag;
import org.whitelane.events.RegistryEvent.CreditFlagRaised;
import org.whitelane.events.RequestEvent.RequestEligibilityQuestioned;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.support.ServiceTestBase;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** Flags whose days come and go while nobody sends anything. */
class FlagDaysTests extends ServiceTestBase {

    private static volatile Duration ahead = Duration.ZERO;

    @TestBean private Clock clock = clock();
    @Autowired private FlagDays days;
    @Autowired private Parties parties;

    static Clock clock() {
        return ((InstantSource) () -> Instant.now().plus(ahead)).withZone(ZoneOffset.UTC);
    }

    @Test
    void aFlagCountsFromItsFirstDayToItsLast() {
        var a = table.enterprise("示例壬（虚构）");
        var open = table.request(a, draft("Inositol", "87-89-8"), "SUBMITTED");
        var listed = table.request(a, draft("Xylitol", "87-99-0"), "RECOGNISED");
        var entry =
                api.publish(table.office(), listed)
                        .expect(201)
                        .body()
                        .at("/entries/0/id")
                        .asString();
        var tomorrow = LegalDays.today(clock).plusDays(1).toString();

        registry.send(
                new CreditFlagRaised(
                        id(a),
                        new CreditFlag("f-1", "SERIOUS_DISHONESTY", tomorrow, tomorrow, "a test")));
        await().until(() -> parties.find(id(a)).orElseThrow().version() == 2);
        days.lookAgain();
        assertThat(questions(open)).isZero();

        on(1, days::lookAgain);
        on(1, days::lookAgain);
        await().untilAsserted(
                        () -> {
                            assertThat(events.of(open).getLast())
                                    .isInstanceOf(RequestEligibilityQuestioned.class);
                            assertThat(events.of(entry).getLast())
                                    .isInstanceOf(EntryEligibilityQuestioned.class);
                        });
        assertThat(questions(open)).isEqualTo(1);

        on(2, days::lookAgain);
        assertThat(api.get(a, "/requests/" + open).body().at("/questions/0/settledOn").asString())
                .isNotBlank();
    }

    private int questions(String request) {
        return api.get(table.office(), "/requests/" + request).body().path("questions").size();
    }

    private static void on(int daysAhead, Runnable job) {
        ahead = Duration.ofDays(daysAhead);
        try {
            job.run();
        } finally {
            ahead = Duration.ZERO;
        }
    }
}
