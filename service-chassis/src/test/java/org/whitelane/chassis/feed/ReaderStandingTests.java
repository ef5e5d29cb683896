package org.whitelane.chassis.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whitelane.chassis.feed.FeedService.EVENTS;
import static org.whitelane.chassis.feed.FeedService.STREAM;
import static org.whitelane.chassis.feed.FeedService.code;
import static org.whitelane.chassis.feed.FeedService.expect;

import io.micrometer.core.instrument.MeterRegistry;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.whitelane.chassis.journal.Witness;
import org.whitelane.chassis.web.Cursors;
import org.whitelane.testing.Infra;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a reader and the operators see of it: how far it is, and what is in the way. */
class ReaderStandingTests {

    private static final Map<String, String> REASON = Map.of("reason", "the network is examined");

    private static FeedService service;

    @BeforeAll
    static void fillAStream() {
        service = FeedService.start("feed_standing", Map.of());
    }

    @AfterAll
    static void stopIt() {
        service.close();
    }

    @Test
    void showsHowFarAReaderIsBehind() throws Exception {
        service.granted("behind").read("behind", "?limit=10", 200);
        service.acknowledge("behind", 4);

        var standing = service.standing("behind");

        assertThat(standing.at("/acknowledged/position").longValue()).isEqualTo(4);
        assertThat(standing.at("/acknowledged/chainHash").stringValue())
                .isEqualTo(service.hashAt(4));
        assertThat(standing.path("delivered").longValue()).isEqualTo(10);
        assertThat(standing.path("head").longValue()).isEqualTo(EVENTS);
        assertThat(standing.at("/lag/entries").longValue()).isEqualTo(EVENTS - 4);
        assertThat(standing.path("state").stringValue()).isEqualTo("CONNECTED");
        assertThat(standing.path("why").isNull()).isTrue();
        assertThat(standing.path("lastReadAt").isString()).isTrue();
        service.read("behind", "", 200);
        var all = service.acknowledge("behind", EVENTS);
        assertThat(all.at("/lag/entries").longValue()).isZero();
        assertThat(all.at("/lag/seconds").longValue()).isZero();
    }

    @Test
    void whoIsSuspendedIsToldWhyAndGoesOnWhereItWas() throws Exception {
        service.granted("suspended").read("suspended", "", 200);
        service.acknowledge("suspended", 9);
        service.operate("POST", STREAM + "/suspended/suspension", REASON, 200);

        var refused = service.read("suspended", "", 403);
        assertThat(code(refused)).isEqualTo("feed-grant-suspended");
        assertThat(refused.path("detail").stringValue()).contains("the network is examined");
        service.acknowledge("suspended", 10, service.hashAt(10), 403);
        var why = service.standing("suspended").path("why");
        assertThat(why.path("code").stringValue()).isEqualTo("feed-grant-suspended");
        assertThat(why.path("detail").stringValue()).contains("the network is examined");
        assertThat(why.path("remedy").stringValue()).isNotBlank();
        assertThat(code(service.operate("POST", STREAM + "/suspended/suspension", REASON, 409)))
                .isEqualTo("feed-grant-ended");

        service.granted("suspended");
        assertThat(service.read("suspended", "", 200).at("/events/0/position").longValue())
                .isEqualTo(10);
    }

    @Test
    void whoseGrantWasRevokedIsToldSo() throws Exception {
        service.granted("revoked").read("revoked", "", 200);
        service.operate("POST", STREAM + "/revoked/revocation", REASON, 200);

        assertThat(code(service.read("revoked", "", 403))).isEqualTo("feed-grant-revoked");
        var standing = service.standing("revoked");
        assertThat(standing.path("state").stringValue()).isEqualTo("DISCONNECTED");
        assertThat(standing.at("/why/code").stringValue()).isEqualTo("feed-grant-revoked");
        service.operate("POST", STREAM + "/nobody/revocation", REASON, 404);
    }

    @Test
    void whoIsNotHeardFromIsIdleAndNotRefused() throws Exception {
        service.granted("silent").read("silent", "", 200);
        service.change(
                "update feed_grant set since = since - interval '2 hours' where subject ="
                        + " 'silent'");
        service.change(
                "update feed_progress set read_at = read_at - interval '90 minutes' where subject ="
                        + " 'silent'");

        var standing = service.standing("silent");
        assertThat(standing.path("state").stringValue()).isEqualTo("IDLE");
        assertThat(standing.at("/why/code").stringValue()).isEqualTo("not-heard-from");
        service.read("silent", "", 200);
        assertThat(service.standing("silent").path("state").stringValue()).isEqualTo("CONNECTED");
    }

    @Test
    void aCursorOfAnIncarnationOfThePastSaysSo() throws Exception {
        var page = service.granted("past").read("past", "", 200);
        service.acknowledge("past", 5);
        service.change("update feed_progress set incarnation = 'then' where subject = 'past'");
        var scope = "feed %s %s past then".formatted(STREAM, Infra.issuer().issuer());
        var old = service.context.getBean(Cursors.class).encode(scope, List.of("5"));

        assertThat(code(service.read("past", "?after=" + old, 409))).isEqualTo("stream-begun-anew");
        assertThat(code(service.read("past", "", 409))).isEqualTo("stream-begun-anew");
        assertThat(service.standing("past").at("/why/code").stringValue())
                .isEqualTo("stream-begun-anew");
        var tampered = old.substring(0, old.length() - 2) + "AA";
        assertThat(code(service.read("past", "?after=" + tampered, 400)))
                .isEqualTo("cursor-invalid");
        assertThat(service.read("past", "?afterPosition=0", 200).path("events")).hasSize(EVENTS);
        assertThat(service.standing("past").path("acknowledged").isNull()).isTrue();
        service.read("past", "?after=" + page.path("next").stringValue(), 200);
    }

    @Test
    void aStreamThatIsBehindItsTopicIsNoFaultOfTheReader() throws Exception {
        service.granted("restored").read("restored", "", 200);
        var relay = Witness.as(service.database, service.database.relay());
        relay.sql("insert into journal_stopped (stream, reason, behind) values (?, 'a test', true)")
                .param(STREAM)
                .update();
        try {
            var standing = service.standing("restored");
            assertThat(standing.at("/why/code").stringValue()).isEqualTo("stream-behind");
            assertThat(standing.path("streamStoppedSince").isString()).isTrue();
            service.read("restored", "", 200);
        } finally {
            service.change("delete from journal_stopped where stream = ?", STREAM);
        }
    }

    @Test
    void anOperatorSeesAllReadersAndTheGaugesTellTheirLag() throws Exception {
        for (int i = 0; i < 3; i++) {
            service.granted("many-" + i).read("many-" + i, "", 200);
        }
        service.acknowledge("many-1", 20);
        var found = new ArrayList<String>();
        var page = service.operate("GET", "?limit=2", "", 200);
        collect(page, found);
        while (page.path("next").isString()) {
            page =
                    service.operate(
                            "GET", "?limit=2&cursor=" + page.path("next").asString(), "", 200);
            collect(page, found);
        }
        assertThat(found).contains("many-0", "many-1", "many-2").doesNotHaveDuplicates();
        var regulator = service.send("GET", "admin/feed-readers", "", "REGULATOR", "many-1");
        assertThat(code(expect(403, regulator))).isEqualTo("role-missing");

        service.context.getBean(FeedRounds.class).run();
        var gauge =
                service.context
                        .getBean(MeterRegistry.class)
                        .get("whitelane.feed.lag")
                        .tags("stream", STREAM, "reader", "many-1")
                        .gauge();
        assertThat(gauge.value()).isEqualTo(EVENTS - 20);
    }

    private static void collect(JsonNode page, List<String> into) {
        page.path("items")
                .valueStream()
                .filter(item -> item.at("/grant/stream").asString().equals(STREAM))
                .forEach(item -> into.add(item.at("/grant/subject").asString()));
    }
}
