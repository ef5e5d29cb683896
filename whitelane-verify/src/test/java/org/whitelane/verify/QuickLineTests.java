package org.whitelane.verify;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whitelane.events.Chain;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;

/** The quick way and the careful way read the same; where the quick one cannot, it says so. */
class QuickLineTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private final QuickLine quick = new QuickLine();
    private final JsonEvents careful = new JsonEvents();

    @Test
    void bothMakeTheHashesOfThePublishedVectors() throws IOException {
        int seen = 0;
        for (var chain : vectors().path("chains")) {
            var hash = HexFormat.of().parseHex(chain.path("previous").stringValue());
            for (var link : chain.path("links")) {
                var line = JSON.writeValueAsString(event(link));
                var entry = Objects.requireNonNull(read(line));
                assertThat(Chain.hex(entry.leaf())).isEqualTo(link.path("leaf").stringValue());
                hash = Chain.next(hash, entry.position(), entry.leaf());
                assertThat(entry.chainHash()).isEqualTo(hash);
                assertThat(careful.read(JSON.readTree(line), 7))
                        .usingRecursiveComparison()
                        .isEqualTo(entry);
                seen++;
            }
        }
        assertThat(seen).isEqualTo(7);
    }

    @Test
    void aLineChangedAtAnyByteIsReadAlikeOrLeftToTheCarefulWay() {
        var random = new Random(7);
        var event = TestStream.of(2).events.get(1);
        event.put("subject", "ascii"); // broken UTF-8 is damage for the one, a wrong hash for both
        var line = JSON.writeValueAsString(event).getBytes(UTF_8);
        int alike = 0;
        for (int round = 0; round < 3_000; round++) {
            var changed = line.clone();
            changed[random.nextInt(line.length)] = (byte) (' ' + random.nextInt(95));
            var entry = quick.read(changed, 0, changed.length, 7);
            if (entry != null) {
                alike++;
                assertThat(careful.read(JsonEvents.JSON.readTree(changed), 7))
                        .as(new String(changed, UTF_8))
                        .usingRecursiveComparison()
                        .isEqualTo(entry);
            }
        }
        assertThat(alike).as("changes within texts").isGreaterThan(750);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"id\":\"id-0002\" ,",
                "\"id\":\"id\\u002d2\",",
                "\"id\":2,",
                "\"id\":null,",
                "\"id\":\"id-0002\",\"id\":\"id-0002\",",
                "\"id\":\"id-0002\",\"more\":\"x\",",
                ""
            })
    void whatIsWrittenInAnotherWayIsLeftToTheCarefulOne(String instead) {
        var line = JSON.writeValueAsString(TestStream.of(2).events.get(1));

        assertThat(read(line)).isNotNull();
        assertThat(read(line.replace("\"id\":\"id-0002\",", instead))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "}",
                "{}",
                "{\"",
                "{\"id",
                "{\"id\"",
                "{\"id\":",
                "{\"id\":\"x\"",
                "[]"
            })
    void whatIsCutOffIsLeftToTheCarefulOne(String line) {
        assertThat(read(line)).isNull();
    }

    @Test
    void everyPrefixOfALineIsLeftToTheCarefulOne() {
        var line = JSON.writeValueAsString(TestStream.of(2).events.get(1));
        var taken = new ArrayList<Integer>();
        for (int end = 0; end < line.length(); end++) {
            if (read(line.substring(0, end)) != null) {
                taken.add(end);
            }
        }
        assertThat(taken).isEmpty();
    }

    private Item.@Nullable Entry read(String line) {
        var bytes = line.getBytes(UTF_8);
        return quick.read(bytes, 0, bytes.length, 7);
    }

    private static ObjectNode event(JsonNode link) {
        var event = (ObjectNode) link.path("event").deepCopy();
        event.put("specversion", "1.0");
        for (var name : new String[] {"position", "leaf", "chainhash", "privatedigest"}) {
            event.set(name, link.path(name));
        }
        event.set("data_base64", link.path("value"));
        return event;
    }

    private static JsonNode vectors() throws IOException {
        try (var in = Chain.class.getResourceAsStream("/chain/vectors.json")) {
            return JSON.readTree(in.readAllBytes());
        }
    }
}
