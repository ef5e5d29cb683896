package org.whitelane.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Stream;

class RecordReaderTests {

    private static final Place PLACE = new Place(Records.TOPIC, "s-1", 4);

    private static Records good() {
        return Records.event("s-1", 4);
    }

    @Test
    void readsAnEventWithItsTrace() {
        var trace = "00-" + "a".repeat(32) + "-" + "b".repeat(16) + "-01";

        var reading = RecordReader.read(good().with("traceparent", trace).raw());

        assertThat(reading).isInstanceOf(Reading.Event.class);
        var event = (Reading.Event) reading;
        assertThat(event.place()).isEqualTo(PLACE);
        assertThat(event.traceparent()).isEqualTo(trace);
        assertThat(event.envelope().correlationId()).isEqualTo("correlation-s-1");
    }

    @Test
    void ignoresATraceThatIsNone() {
        var event = (Reading.Event) RecordReader.read(good().with("traceparent", "x\ny").raw());

        assertThat(event.traceparent()).isNull();
    }

    @Test
    void stepsOverATypeOfALaterRelease() {
        var record = good().with("ce_type", "org.whitelane.notification.subscription-moved.v1");

        assertThat(RecordReader.read(record.raw())).isEqualTo(new Reading.UnknownType(PLACE));
    }

    static Stream<Records> broken() {
        return Stream.of(
                good().value((String) null),
                good().value(""),
                good().value("null"),
                good().value("{\"subscriptionId\":\"s-1\""),
                good().value("[]"),
                good().value("\u0000\u0001garbage"),
                good().value(new byte[] {(byte) 0xff, (byte) 0xfe, 0}),
                good().value("{}"),
                good().value("{\"subscriptionId\":\"another\",\"locale\":\"en\"}"),
                good().value("[".repeat(100_000)),
                good().without("ce_type"),
                good().without("ce_id"),
                good().with("ce_id", "no-uuid"),
                good().without("ce_time"),
                good().with("ce_time", "yesterday"),
                good().without("ce_source"),
                good().without("ce_position"),
                good().with("ce_position", "-1"),
                good().without("ce_chainhash"),
                // a type of another topic
                good().with("ce_type", "org.whitelane.registry.calendar-imported.v1")
                        .value(
                                "{\"year\":2026,\"version\":1,\"source\":\"x\",\"holidays\":[],\"workdays\":[]}"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void keepsThePlaceOfWhatCannotBeRead(Records record) {
        var reading = RecordReader.read(record.raw());

        assertThat(reading).isInstanceOf(Reading.Broken.class);
        assertThat(((Reading.Broken) reading).place()).isEqualTo(PLACE);
        assertThat(((Reading.Broken) reading).reason()).isNotBlank().hasSizeLessThanOrEqualTo(1000);
    }

    static Stream<Records> unplaced() {
        return Stream.of(
                good().bare(),
                good().without("ce_subject"),
                good().with("ce_subject", " "),
                good().with("ce_subject", "s-1\u0000"),
                good().with("ce_subject", "x".repeat(201)),
                good().with("ce_subject", "another"),
                good().without("ce_aggregateversion"));
    }

    @ParameterizedTest
    @MethodSource("unplaced")
    void callsByItsKeyWhatHasNoReadableId(Records record) {
        var reading = RecordReader.read(record.raw());

        assertThat(reading).isInstanceOf(Reading.Unplaced.class);
        assertThat(((Reading.Unplaced) reading).name()).isEqualTo("s-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1.0", "01", "1e3", "x", "99999999999999999999", "１"})
    void refusesAVersionThatIsNone(String version) {
        var record = good().with("ce_aggregateversion", version);

        assertThat(RecordReader.read(record.raw())).isInstanceOf(Reading.Unplaced.class);
    }

    @Test
    void callsByPartitionAndOffsetWhatHasNoKey() {
        assertThat(((Reading.Unplaced) RecordReader.read(good().key((String) null).at(17))).name())
                .isEqualTo("3@17");
    }

    @Test
    void shortensAKeyThatIsNoText() {
        var key = new byte[5000];
        key[0] = (byte) 0xff;

        var name = ((Reading.Unplaced) RecordReader.read(good().bare().key(key).raw())).name();

        assertThat(name).startsWith("hex:ff00").endsWith("…5000").hasSizeLessThan(100);
    }

    @Test
    void keepsHeadersByteForByte() {
        var headers =
                List.of(
                        new RawHeader("twice", "a".getBytes(UTF_8)),
                        new RawHeader("twice", new byte[] {0, (byte) 0xff}),
                        new RawHeader("", null),
                        new RawHeader("nul\u0000", new byte[0]));

        var back = RawHeader.unpack(RawHeader.pack(headers));

        assertThat(back).usingRecursiveComparison().isEqualTo(headers);
    }

    @Test
    void tellsARecordSentAgainFromAnotherOne() {
        assertThat(good().at(1).digest()).isEqualTo(good().at(2).digest());
        assertThat(good().at(1).digest()).isNotEqualTo(good().value("{}").at(1).digest());
        assertThat(good().at(1).digest()).isNotEqualTo(good().with("x", "y").at(1).digest());
    }
}
