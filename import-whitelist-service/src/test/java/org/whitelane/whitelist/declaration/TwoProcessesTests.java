package org.whitelane.whitelist.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.whitelane.events.EntryEvent;
import org.whitelane.testing.Infra;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.Imports;
import org.whitelane.whitelist.support.Race;
import org.whitelane.whitelist.support.RecordedEvents;
import org.whitelane.whitelist.support.RegistryTopic;
import org.whitelane.whitelist.support.ServiceProcess;
import org.whitelane.whitelist.support.Table;
import org.whitelane.whitelist.support.WhitelistApi;
import org.whitelane.whitelist.support.WhitelistApi.Answer;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** The quota between two instances: two JVMs, one database, one broker, over HTTP only. */
@Tag("slow")
class TwoProcessesTests {

    private static final int RESERVATIONS = 50;

    /** 50 want 150 g each of 5000 g: 33 get it, whichever instance they ask. */
    @Test
    void neverReserveMoreThanThereIsTogether() {
        // the database of all tests of this JVM: their instance is a third one
        var database = Infra.properties(Infra.database("whitelist"));
        try (var one = new ServiceProcess(database).ready();
                var other = new ServiceProcess(database).ready();
                var registry = new RegistryTopic();
                var events = new RecordedEvents()) {
            var here = new WhitelistApi(one.port());
            var table = new Table(here, registry);
            var imports = new Imports(here, table);
            var there = new Imports(new WhitelistApi(other.port()), table);
            var unit = table.enterprise("示例两处（虚构）");
            var entry = imports.entry(unit);
            var plans = new ArrayList<String>();
            for (var i = 0; i < RESERVATIONS; i++) {
                plans.add(imports.plan(unit, entry, "150", "g").expect(201).text("id"));
            }

            var answers = Race.run(runners(plans, unit, imports, there));

            assertThat(answers).extracting(Answer::status).containsOnly(200, 422);
            assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(33);
            assertThat(imports.quota(unit, entry)).isEqualTo("4950/0");
            assertThat(there.quota(unit, entry)).isEqualTo("4950/0");
            await().atMost(Duration.ofMinutes(3))
                    .untilAsserted(
                            () -> assertThat(reserved(events, entry)).isEqualByComparingTo("4950"));
        }
    }

    private static Callable<Answer>[] runners(
            List<String> plans, Officer unit, Imports here, Imports there) {
        var runners = callables(plans.size());
        for (var i = 0; i < runners.length; i++) {
            var plan = plans.get(i);
            var asked = i % 2 == 0 ? here : there;
            runners[i] = () -> decided(asked, unit, plan);
        }
        return runners;
    }

    /** A machine that is too slow decides nothing (503), so the unit asks again. */
    private static Answer decided(Imports asked, Officer unit, String plan) {
        var answer = asked.reserve(unit, plan);
        while (answer.status() == 503) {
            answer = asked.reserve(unit, plan);
        }
        return answer;
    }

    private static BigDecimal reserved(RecordedEvents events, String entry) {
        return events.of(entry).stream()
                .filter(EntryEvent.QuotaReserved.class::isInstance)
                .map(event -> ((EntryEvent.QuotaReserved) event).quantity().amount())
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Callable<Answer>[] callables(int length) {
        return new Callable[length];
    }
}
