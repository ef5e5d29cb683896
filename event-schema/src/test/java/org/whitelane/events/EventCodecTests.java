package org.whitelane.events;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whitelane.events.NotificationEvent.SubscriptionConfirmed;
import org.whitelane.events.RegistryEvent.CalendarImported;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

class EventCodecTests {

    private static final byte[] VALUE = json("{\"subscriptionId\":\"s-1\",\"locale\":\"en\"}");

    @Test
    void readsBackWhatItWrote() {
        var event = new SubscriptionConfirmed("s-1", "en");

        var decoded = EventCodec.decode(headers(), EventCodec.encode(event));

        assertThat(decoded)
                .isEqualTo(
                        new Decoded.Known(
                                new EventEnvelope<>(
                                        UUID.fromString(Samples.ID),
                                        "org.whitelane.notification.subscription-confirmed.v1",
                                        "/whitelane/notification",
                                        "s-1",
                                        Instant.parse("2026-03-02T01:02:03.456Z"),
                                        3,
                                        "correlation",
                                        null,
                                        event,
                                        new Placement(7, Samples.HASH, Samples.HASH))));
    }

    @Test
    void writesTheDocumentedHeaders() {
        var attributes =
                new EventAttributes(
                        "i",
                        "t",
                        "/s",
                        "x",
                        "2026-03-02T01:02:03Z",
                        "d",
                        EventAttributes.JSON,
                        1,
                        "c",
                        "e");

        assertThat(EventCodec.headers(attributes, new Placement(2, "h", "p"), "00-tr-01").keySet())
                .containsExactly(
                        "ce_specversion",
                        "ce_id",
                        "ce_type",
                        "ce_source",
                        "ce_subject",
                        "ce_time",
                        "ce_dataschema",
                        "content-type",
                        "ce_aggregateversion",
                        "ce_position",
                        "ce_chainhash",
                        "ce_privatedigest",
                        "ce_correlationid",
                        "ce_causationid",
                        "traceparent");
    }

    @Test
    void ignoresFieldsOfANewerRelease() {
        assertThat(decode("{\"subscriptionId\":\"s-1\",\"locale\":\"en\",\"colour\":{\"a\":[1]}}"))
                .isInstanceOf(Decoded.Known.class);
    }

    @Test
    void keepsValuesOfANewerReleaseAsText() {
        assertThat(decode("{\"subscriptionId\":\"s-1\",\"locale\":\"fr-CA\"}"))
                .isInstanceOf(Decoded.Known.class);
    }

    @Test
    void anUnknownTypeKeepsItsPlaceInTheOrder() {
        var headers = headers();
        headers.put("ce_type", "org.whitelane.notification.subscription-paused.v1");

        assertThat(EventCodec.decode(headers, json("anything")))
                .isEqualTo(
                        new Decoded.Unknown(
                                "org.whitelane.notification.subscription-paused.v1", "s-1", 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ce_specversion",
                "ce_id",
                "ce_type",
                "ce_source",
                "ce_subject",
                "ce_time",
                "content-type",
                "ce_aggregateversion",
                "ce_position",
                "ce_chainhash",
                "ce_privatedigest"
            })
    void namesAHeaderThatIsMissingOrBlank(String name) {
        var without = headers();
        without.remove(name);
        var blank = headers();
        blank.put(name, "  ");

        assertThat(reason(without, VALUE)).contains(name);
        assertThat(reason(blank, VALUE)).contains(name);
    }

    @ParameterizedTest
    @CsvSource({
        "ce_specversion, 0.3",
        "ce_id, 1-1-1-1-1",
        "ce_id, 01890a5d-ac96-774b-bcce-b302099a805",
        "ce_time, yesterday",
        "ce_time, 2026-02-30T00:00:00Z",
        "content-type, application/xml",
        "ce_aggregateversion, 0",
        "ce_aggregateversion, -1",
        "ce_aggregateversion, 1.5",
        "ce_aggregateversion, 99999999999999999999",
        "ce_aggregateversion, ٣",
        "ce_position, 0",
        "ce_position, 0x1",
        "ce_chainhash, abc",
        "ce_privatedigest, ABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABABAB",
        "ce_subject, s-2"
    })
    void refusesAHeaderThatIsWrong(String name, String value) {
        var headers = headers();
        headers.put(name, value);

        assertThat(EventCodec.decode(headers, VALUE)).isInstanceOf(Decoded.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "{",
                "not json",
                "{\"subscriptionId\":\"s-1\"}",
                "{\"subscriptionId\":\"s-1\",\"locale\":null}",
                "{\"subscriptionId\":\"s-1\",\"locale\":7}",
                "{\"subscriptionId\":\"s-1\",\"locale\":true}",
                "{\"subscriptionId\":\"s-1\",\"locale\":{}}",
                "{\"subscriptionId\":\"s-1\",\"locale\":\"en\",\"locale\":\"zh-CN\"}",
                "{\"subscriptionId\":\"s-1\",\"locale\":\"en\"} {}"
            })
    void refusesAValueThatDoesNotFit(String value) {
        assertThat(decode(value)).isInstanceOf(Decoded.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"year\":\"2026\",\"version\":1,\"source\":\"s\",\"holidays\":[],\"workdays\":[]}",
                "{\"year\":2026.9,\"version\":1,\"source\":\"s\",\"holidays\":[],\"workdays\":[]}",
                "{\"version\":1,\"source\":\"s\",\"holidays\":[],\"workdays\":[]}",
                "{\"year\":2026,\"version\":1,\"source\":\"s\",\"holidays\":[]}",
                "{\"year\":2026,\"version\":1,\"source\":\"s\",\"holidays\":[null],\"workdays\":[]}",
                "{\"year\":2026,\"version\":99999999999,\"source\":\"s\",\"holidays\":[],\"workdays\":[]}"
            })
    void refusesNumbersAndListsThatDoNotFit(String value) {
        var headers = Samples.headers(CalendarImported.class, "CN-2026");

        assertThat(EventCodec.decode(headers, json(value))).isInstanceOf(Decoded.Malformed.class);
    }

    @Test
    void refusesARecordWithoutAValue() {
        assertThat(reason(headers(), null)).contains("no value");
    }

    @Test
    void refusesARecordWithoutHeaders() {
        assertThat(reason(Map.of(), VALUE)).contains("not an event");
    }

    @Test
    void namesTheRequiredFieldThatIsMissing() {
        assertThat(reason(headers(), json("{\"subscriptionId\":\"s-1\"}"))).contains("\"/locale\"");
    }

    @Test
    void aReasonIsShortAndOnOneLine() {
        var headers = headers();
        headers.put("ce_aggregateversion", "x\n".repeat(10_000));

        assertThat(reason(headers, VALUE)).hasSizeLessThan(400).doesNotContain("\n");
    }

    @Test
    void survivesDeepNesting() {
        var deep = "[".repeat(100_000);

        assertThat(decode("{\"subscriptionId\":\"s-1\",\"locale\":\"en\",\"x\":" + deep))
                .isInstanceOf(Decoded.Malformed.class);
    }

    @Test
    void survivesRandomBytes() {
        var random = new Random(42);
        for (int i = 0; i < 2_000; i++) {
            var value = VALUE.clone();
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                value[random.nextInt(value.length)] = (byte) random.nextInt(256);
            }
            assertThat(EventCodec.decode(headers(), value)).isNotNull();
        }
    }

    private static Decoded decode(String value) {
        return EventCodec.decode(headers(), json(value));
    }

    private static String reason(Map<String, String> headers, byte @Nullable [] value) {
        return switch (EventCodec.decode(headers, value)) {
            case Decoded.Malformed malformed -> malformed.reason();
            case Decoded.Known known -> throw new AssertionError(known);
            case Decoded.Unknown unknown -> throw new AssertionError(unknown);
        };
    }

    private static HashMap<String, String> headers() {
        return new HashMap<>(Samples.headers(SubscriptionConfirmed.class, "s-1"));
    }

    private static byte[] json(String text) {
        return text.getBytes(UTF_8);
    }
}
