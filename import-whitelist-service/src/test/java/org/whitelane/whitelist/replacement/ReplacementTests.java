package org.whitelane.whitelist.replacement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.whitelane.whitelist.support.Table.article;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.support.AbstractApplicationContext;
import org.whitelane.events.SchemeEvent.SchemeClosed;
import org.whitelane.events.SchemeEvent.SchemeVersionActivated;
import org.whitelane.whitelist.entry.EntryFact.EntryRemoved;
import org.whitelane.whitelist.support.Imports;
import org.whitelane.whitelist.support.Race;
import org.whitelane.whitelist.support.ServiceTestBase;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One scheme takes another's place on a real database, and dies on the way. */
class ReplacementTests extends ServiceTestBase {

    @Autowired private ReplacementJob job;
    @Autowired private AbstractApplicationContext context;

    private final Crash crash = new Crash();
    private SchemePair pair;

    @BeforeEach
    void pair() {
        pair = new SchemePair(api, registry);
        context.addApplicationListener(crash);
    }

    @AfterEach
    void noMoreCrashes() {
        context.removeApplicationListener(crash);
    }

    @Test
    void movesUnitsOnceAlthoughItDiesInTheMiddleAndTwoGoOn() {
        var units = Stream.of("甲", "乙", "丙").map(pair::unit).toList();
        var entries = units.stream().map(pair::listed).toList();
        var flagged = pair.unit("丁");
        var flaggedEntry = pair.listed(flagged);
        registry.raise(id(flagged), "flag-1", "SERIOUS_DISHONESTY");
        await().untilAsserted(
                        () ->
                                assertThat(
                                                api.get(flagged, "/entries/" + flaggedEntry)
                                                        .body()
                                                        .path("questions"))
                                        .isNotEmpty());
        var imports = new Imports(api, pair.before);
        var held = imports.reserved(units.getFirst(), entries.getFirst(), "100");
        var draft =
                pair.before.request(units.getFirst(), pair.draft("Sucrose", "57-50-1"), "DRAFT");
        var asked = pair.before.request(units.get(1), pair.draft("Sucrose", "57-50-1"), "ACCEPTED");

        var straggler = pair.unit("戊");
        assertThat(pair.order(pair.before.office(), "MIGRATE_UNITS", "WITHDRAW").code())
                .isEqualTo("not-the-office");
        pair.order(pair.after.office(), "MIGRATE_UNITS", "WITHDRAW").expect(201);
        var late = api.draft(straggler, pair.draft("Glycine", "56-40-6")).expect(201).text("id");
        assertThat(pair.order(pair.after.office(), "CLOSE", "KEEP").code())
                .isEqualTo("scheme-closed");

        crash.atRemoval(3);
        assertThatThrownBy(() -> job.run(pair.old)).hasMessage("the process dies here");
        var statuses = Stream.concat(entries.stream(), Stream.of(flaggedEntry)).map(pair::status);
        assertThat(statuses).as("whole units only").filteredOn("REMOVED"::equals).hasSize(2);
        assertThat(pair.replacement().path("finishedAt").isNull()).isTrue();

        Race.run(this::run, this::run);
        run();

        assertThat(pair.replacement().path("finishedAt").isNull()).isFalse();
        assertThat(entries)
                .allSatisfy(entry -> assertThat(pair.status(entry)).isEqualTo("REMOVED"));
        assertThat(pair.status(flaggedEntry)).isEqualTo("REMOVED");
        assertThat(imports.show(units.getFirst(), held).text("status")).isEqualTo("CANCELLED");
        assertThat(pair.requestStatus(units.getFirst(), draft)).isEqualTo("WITHDRAWN");
        assertThat(pair.requestStatus(units.get(1), asked)).isEqualTo("WITHDRAWN");
        assertThat(pair.requestStatus(straggler, late)).isEqualTo("WITHDRAWN");
        var places = units.stream().flatMap(unit -> pair.places(unit).stream()).toList();
        assertThat(places).as("one place for each").hasSize(3).doesNotHaveDuplicates();
        assertThat(pair.places(flagged)).as("nothing fails open").isEmpty();
        await().untilAsserted(
                        () -> {
                            assertThat(events.of(pair.old))
                                    .satisfiesExactly(
                                            first ->
                                                    assertThat(first)
                                                            .isInstanceOf(
                                                                    SchemeVersionActivated.class),
                                            second ->
                                                    assertThat(second)
                                                            .isInstanceOf(SchemeClosed.class));
                            assertThat(events.typesOf(entries.getLast()))
                                    .containsOnlyOnce("EntryRemoved");
                            assertThat(events.typesOf(places.getLast()))
                                    .containsExactly("UnitListed");
                        });
        var file = article("Dextran", "9004-54-0");
        api.post(units.getLast(), "/units/" + places.getLast() + "/articles", file).expect(201);
    }

    @Test
    void keepsWhatThePlanKeepsAndTakesNothingNew() {
        var unit = pair.unit("己");
        var entry = pair.listed(unit);
        var asked = pair.before.request(unit, pair.draft("Sucrose", "57-50-1"), "SUBMITTED");
        var draft = pair.before.request(unit, pair.draft("Glycine", "56-40-6"), "DRAFT");
        pair.order(pair.after.office(), "KEEP_UNTIL_EXPIRY", "KEEP").expect(201);

        assertThat(api.move(unit, draft, "submission").code()).isEqualTo("scheme-not-open");
        run();

        assertThat(pair.status(entry)).isEqualTo("ACTIVE");
        assertThat(pair.requestStatus(unit, asked)).isEqualTo("SUBMITTED");
        assertThat(pair.requestStatus(unit, draft)).isEqualTo("WITHDRAWN");
        assertThat(pair.places(unit)).isEmpty();
    }

    private boolean run() {
        job.run(pair.old);
        return true;
    }

    /** Ends one transaction in its middle, as the end of the process would. */
    private static final class Crash
            implements ApplicationListener<PayloadApplicationEvent<EntryRemoved>> {

        private final AtomicInteger left = new AtomicInteger();

        void atRemoval(int number) {
            left.set(number);
        }

        @Override
        public void onApplicationEvent(PayloadApplicationEvent<EntryRemoved> removed) {
            if (left.get() > 0 && left.decrementAndGet() == 0) {
                throw new IllegalStateException("the process dies here");
            }
        }
    }
}
