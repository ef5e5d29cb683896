package org.whitelane.chassis.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whitelane.chassis.feed.FeedService.EVENTS;
import static org.whitelane.chassis.feed.FeedService.LIFTED;
import static org.whitelane.chassis.feed.FeedService.RAISED;
import static org.whitelane.chassis.feed.FeedService.STREAM;
import static org.whitelane.chassis.feed.FeedService.code;
import static org.whitelane.chassis.feed.FeedService.first;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.whitelane.chassis.feed.Told.State;
import org.whitelane.chassis.journal.Witness;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

/** The server-side cursor, and who was told what. */
class AcknowledgementTests {

    private static final String OTHER = "f".repeat(64);

    private static FeedService service;

    @BeforeAll
    static void fillAStream() {
        service = FeedService.start("feed_acknowledged", Map.of());
    }

    @AfterAll
    static void stopIt() {
        service.close();
    }

    @Test
    void goesOnBehindWhatWasAcknowledgedAndReplaysWhenever() throws Exception {
        service.granted("goes-on").read("goes-on", "?limit=10", 200);
        assertThat(first(service.read("goes-on", "", 200))).as("nothing yet").isEqualTo(1);
        service.acknowledge("goes-on", 7);

        assertThat(first(service.read("goes-on", "", 200))).isEqualTo(8);
        var replay = service.read("goes-on", "?afterPosition=0&limit=3", 200);
        assertThat(first(replay)).isEqualTo(1);
        var after = "?limit=1&after=" + replay.path("next").stringValue();
        assertThat(first(service.read("goes-on", after, 200))).isEqualTo(4);
        assertThat(first(service.read("goes-on", "", 200))).as("not lost").isEqualTo(8);
    }

    @Test
    void isRepeatedWithoutHarmAndNeverGoesBack() throws Exception {
        service.granted("repeats").read("repeats", "", 200);
        var once = service.acknowledge("repeats", 9);

        assertThat(service.acknowledge("repeats", 9).path("acknowledged"))
                .isEqualTo(once.path("acknowledged"));
        assertThat(service.acknowledge("repeats", 4).at("/acknowledged/position").longValue())
                .isEqualTo(9);
    }

    @Test
    void refusesWhatWasNeverDeliveredOrIsNotThere() throws Exception {
        service.granted("too-far").read("too-far", "?limit=5", 200);
        var hash = service.hashAt(6);

        assertThat(code(service.acknowledge("too-far", 6, hash, 409)))
                .isEqualTo("position-not-delivered");
        assertThat(code(service.acknowledge("too-far", EVENTS + 1, hash, 409)))
                .isEqualTo("position-beyond-end");
        for (var wrong : List.of("", "x", hash.substring(1), hash + "00", "G" + hash)) {
            var fault = service.acknowledge("too-far", 5, wrong, 400).at("/faults/0/pointer");
            assertThat(fault.stringValue()).isEqualTo("/chainHash");
        }
        assertThat(
                        service.acknowledge("too-far", 0, hash, 400)
                                .at("/faults/0/pointer")
                                .stringValue())
                .isEqualTo("/position");
    }

    @Test
    void whoReadsTheTopicAcknowledgesByTheHash() throws Exception {
        service.granted("of-kafka", FeedService.RAISED);

        var standing = service.acknowledgeTopic("of-kafka", 12, service.hashAt(12), 200);

        assertThat(standing.at("/acknowledged/position").longValue()).isEqualTo(12);
        assertThat(first(service.read("of-kafka", "", 200))).isEqualTo(13);
        assertThat(told(1)).containsEntry("of-kafka", State.ACKNOWLEDGED);
        assertThat(told(3)).as("not granted").containsEntry("of-kafka", State.WITHHELD);
        assertThat(code(service.acknowledgeTopic("of-kafka", 13, OTHER, 409)))
                .isEqualTo("other-history");
    }

    @Test
    void anotherHashIsAnAlarmUntilOneFits() throws Exception {
        service.granted("disputes").read("disputes", "", 200);

        assertThat(code(service.acknowledge("disputes", 5, OTHER, 409))).isEqualTo("other-history");
        service.acknowledge("disputes", 5, OTHER, 409);

        var standing = service.standing("disputes");
        assertThat(standing.path("state").stringValue()).isEqualTo("DISCONNECTED");
        assertThat(standing.at("/why/code").stringValue()).isEqualTo("other-history");
        assertThat(standing.at("/otherHistory/chainHash").stringValue()).isEqualTo(OTHER);
        assertThat(code(service.read("disputes", "", 409))).isEqualTo("other-history");
        service.read("disputes", "?afterPosition=0", 200);
        var meters = service.context.getBean(io.micrometer.core.instrument.MeterRegistry.class);
        assertThat(meters.counter("whitelane.feed.other.history", "stream", STREAM).count())
                .isGreaterThanOrEqualTo(2);
        assertThat(service.entries("org.whitelane.chassis.feed-history-disputed.v1", "disputes"))
                .isOne();

        assertThat(service.acknowledge("disputes", 5).path("state").stringValue())
                .isEqualTo("CONNECTED");
        assertThat(first(service.read("disputes", "", 200))).isEqualTo(6);
    }

    @Test
    void ofManyAtOnceTheFurthestHoldsAndNothingIsToldTwice() throws Exception {
        service.granted("at-once").read("at-once", "", 200);
        var start = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(6)) {
            var calls =
                    LongStream.rangeClosed(1, EVENTS)
                            .mapToObj(
                                    position ->
                                            (Callable<JsonNode>)
                                                    () -> {
                                                        start.await();
                                                        return service.acknowledge(
                                                                "at-once", position);
                                                    })
                            .map(pool::submit)
                            .toList();
            start.countDown();
            for (var call : calls) {
                call.get();
            }
        }
        assertThat(service.standing("at-once").at("/acknowledged/position").longValue())
                .isEqualTo(EVENTS);
        var covered =
                Witness.of(service.database)
                        .jdbc()
                        .sql(
                                """
                                select p from feed_acknowledgement, generate_series(first, last) p
                                where subject = 'at-once' order by p
                                """)
                        .query(Long.class)
                        .list();
        assertThat(covered).isEqualTo(LongStream.rangeClosed(1, EVENTS).boxed().toList());
    }

    @Test
    void tellsOfEachReaderWhetherItKnowsAnEvent() throws Exception {
        service.granted("knows").granted("got").granted("will").granted("only-raised", RAISED);
        service.granted("asked-for-others").granted("gone");
        service.read("knows", "", 200);
        service.acknowledge("knows", 12);
        service.read("got", "?limit=8", 200);
        service.read("only-raised", "", 200);
        service.acknowledge("only-raised", 12);
        service.read("asked-for-others", "?type=" + RAISED, 200);
        service.acknowledge("asked-for-others", 12);
        service.operate("POST", STREAM + "/gone/revocation", Map.of("reason", "a test"), 200);

        assertThat(told(6)) // LIFTED
                .containsEntry("knows", State.ACKNOWLEDGED)
                .containsEntry("got", State.DELIVERED)
                .containsEntry("will", State.PENDING)
                .containsEntry("only-raised", State.WITHHELD)
                .containsEntry("asked-for-others", State.PENDING)
                .containsEntry("gone", State.WITHHELD);
        assertThat(told(7)) // RAISED
                .containsEntry("only-raised", State.ACKNOWLEDGED)
                .containsEntry("asked-for-others", State.ACKNOWLEDGED);
        assertThat(told(13)).containsEntry("knows", State.DELIVERED);
        assertThat(told(EVENTS + 1)).isEmpty();

        service.granted("only-raised", RAISED, LIFTED);
        assertThat(told(6))
                .as("a wider grant tells nothing of the past")
                .containsEntry("only-raised", State.PENDING);
        service.read("only-raised", "?afterPosition=0", 200);
        service.acknowledge("only-raised", 12);
        assertThat(told(6)).containsEntry("only-raised", State.ACKNOWLEDGED);
    }

    private static Map<String, State> told(long position) {
        var told = service.context.getBean(FeedReaders.class).toldOf(STREAM, position);
        assertThat(told)
                .allSatisfy(
                        one ->
                                assertThat(one.since() == null)
                                        .isEqualTo(
                                                one.state() == State.PENDING
                                                        || one.state() == State.WITHHELD));
        return told.stream()
                .collect(
                        java.util.stream.Collectors.toMap(
                                one -> one.reader().subject(), Told::state, (a, _) -> a));
    }
}
