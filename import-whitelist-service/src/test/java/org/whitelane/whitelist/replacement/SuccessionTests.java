package org.whitelane.whitelist.replacement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.whitelane.events.SchemeEvent.SchemeClosed;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.support.Race;
import org.whitelane.whitelist.support.ServiceTestBase;

import tools.jackson.databind.JsonNode;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A scheme whose text says what becomes of the one before it needs no order. */
class SuccessionTests extends ServiceTestBase {

    private static final LocalDate TODAY = LegalDays.today(Clock.systemUTC());
    private static final String OWN =
            "\"replacement\": {\"entries\": \"CLOSE\", \"requests\": \"WITHDRAW\"}";

    @Autowired private ReplacementJob job;

    @Test
    void beginsWhenItIsLoadedAfterItsFirstDay() {
        var pair = new SchemePair(api, registry, "\"replacement\": null", OWN);

        var ordered = pair.replacement();
        assertThat(ordered.path("closedOn").asString()).isEqualTo(TODAY.toString());
        assertThat(ordered.path("entries").asString()).isEqualTo("CLOSE");
        assertThat(ordered.path("requests").asString()).isEqualTo("WITHDRAW");
        assertThat(pair.order(pair.after.office(), "CLOSE", "WITHDRAW").code())
                .isEqualTo("scheme-closed");
        assertThat(closed(pair).path("on").asString()).isEqualTo(TODAY.toString());
        assertThat(closed(pair).path("replacedBy").asString()).isEqualTo(pair.successor);
        assertThat(closed(pair).path("basis").asString())
                .isEqualTo(
                        api.get(null, "/schemes/" + pair.successor)
                                .body()
                                .at("/scheme/policy/document")
                                .asString());
    }

    /** What is left, and that a reader who has the scheme already is told when it ends. */
    @Test
    void showsHowFarItIs() {
        var pair = new SchemePair(api, registry);
        var unit = pair.unit("甲");
        var entry = pair.listed(unit);
        var draft = pair.before.request(unit, pair.draft("Sucrose", "57-50-1"), "DRAFT");
        var open = tag(pair);
        assertThat(closed(pair).isNull()).isTrue();
        pair.order(pair.after.office(), "CLOSE", "KEEP").expect(201);

        assertThat(pair.replacement().at("/remaining/requests").asInt()).isEqualTo(1);
        assertThat(pair.replacement().at("/remaining/units").asInt()).isEqualTo(1);
        var closing = tag(pair);
        assertThat(closing).isNotEqualTo(open);
        assertThat(closed(pair).path("finishedAt").isNull()).isTrue();

        job.run(pair.old);

        assertThat(pair.status(entry)).isEqualTo("REMOVED");
        assertThat(pair.requestStatus(unit, draft)).isEqualTo("WITHDRAWN");
        assertThat(pair.replacement().at("/remaining/requests").asInt()).isZero();
        assertThat(pair.replacement().at("/remaining/units").asInt()).isZero();
        assertThat(closed(pair).path("finishedAt").isNull()).isFalse();
        assertThat(tag(pair)).isNotEqualTo(closing);
    }

    /** A legal day begins at midnight in China, 16:00 of the day before in UTC. */
    @Test
    void beginsOnItsFirstDayOnceWhoeverLooks() {
        var first = TODAY.plusDays(40);
        var pair =
                new SchemePair(
                        api,
                        registry,
                        "\"replacement\": null",
                        OWN,
                        "\"effectiveFrom\": \"2022-10-26\"",
                        "\"effectiveFrom\": \"" + first + "\"");
        var midnight = first.atStartOfDay(LegalDays.ZONE).toInstant();

        assertThat(begun(pair, midnight.minusMillis(1))).isFalse();
        Race.run(() -> begun(pair, midnight), () -> begun(pair, midnight));
        assertThat(begun(pair, midnight.plusSeconds(86_400))).isTrue();

        assertThat(pair.replacement().path("closedOn").asString()).isEqualTo(first.toString());
        await().untilAsserted(
                        () ->
                                assertThat(events.of(pair.old))
                                        .filteredOn(SchemeClosed.class::isInstance)
                                        .hasSize(1));
    }

    @Test
    void waitsForAnOrderWhereTheTextIsSilent() {
        var pair = new SchemePair(api, registry);

        assertThat(begun(pair, Instant.now())).isFalse();
        pair.order(pair.after.office(), "CLOSE", "KEEP").expect(201);
    }

    private boolean begun(SchemePair pair, Instant at) {
        job.begin(Clock.fixed(at, ZoneOffset.UTC));
        return api.get(pair.after.office(), "/schemes/" + pair.old + "/replacement").status()
                == 200;
    }

    private JsonNode closed(SchemePair pair) {
        return api.get(null, "/schemes/" + pair.old).expect(200).body().path("closed");
    }

    private String tag(SchemePair pair) {
        return api.get(null, "/schemes/" + pair.old)
                .expect(200)
                .raw()
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }
}
