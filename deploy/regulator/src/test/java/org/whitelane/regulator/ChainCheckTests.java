package org.whitelane.regulator;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.whitelane.events.Chain;
import org.whitelane.events.EventAttributes;
import org.whitelane.events.EventCodec;
import org.whitelane.events.Placement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;

/**
 * The stream is built by the producer's code and checked by the regulator's: two implementations of
 * one document.
 */
class ChainCheckTests {

    private static final byte[] GENESIS = Chain.genesis("whitelane.test.v1", "incarnation");

    @Test
    void holdsForTheProducersChainInAnyOrderOfArrivalAndWithDuplicates() {
        var entries = new ArrayList<>(stream(50));
        entries.addAll(entries.subList(10, 20));
        Collections.shuffle(entries, new Random(1));

        var verdict = ChainCheck.check(Chain.hex(GENESIS), entries);

        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.entries()).hasSize(50);
        assertThat(verdict.duplicates()).isEqualTo(10);
    }

    @Test
    void noticesEveryFlippedByteOfAValue() {
        var length = stream(3).get(1).value().length;
        for (int i = 0; i < length; i++) {
            var entries = stream(3);
            entries.get(1).value()[i] ^= 1;
            assertThat(ChainCheck.check(Chain.hex(GENESIS), entries).faults()).hasSize(1);
        }
    }

    @Test
    void noticesEveryAlteredAttribute() {
        for (var name : stream(1).getFirst().attributes().keySet()) {
            if (name.equals("specversion")
                    || name.equals("position")
                    || name.equals("traceparent")) {
                continue;
            }
            var entries = stream(3);
            entries.get(1)
                    .attributes()
                    .computeIfPresent(
                            name,
                            (_, text) -> (text.charAt(0) == '0' ? "1" : "0") + text.substring(1));
            assertThat(ChainCheck.check(Chain.hex(GENESIS), entries).faults())
                    .as("altered %s", name)
                    .isNotEmpty();
        }
    }

    @Test
    void noticesAMissingEntryAndAnotherHashAtAKnownPosition() {
        var missing = stream(5);
        missing.remove(2);
        assertThat(ChainCheck.check(Chain.hex(GENESIS), missing).faults())
                .containsExactly("position 3 is missing");

        var twice = stream(5);
        var other = new HashMap<>(twice.get(2).attributes());
        other.put("chainhash", "00".repeat(32));
        twice.add(new Entry(other, twice.get(2).value()));
        assertThat(ChainCheck.check(Chain.hex(GENESIS), twice).faults())
                .containsExactly("position 3 has two hashes");
    }

    private static List<Entry> stream(int length) {
        var entries = new ArrayList<Entry>();
        var previous = GENESIS;
        for (int n = 1; n <= length; n++) {
            var event =
                    new EventAttributes(
                            "id-" + n,
                            "type",
                            "/source",
                            "主题-" + n,
                            "2026-01-01T00:00:00Z",
                            "schema",
                            EventAttributes.JSON,
                            n,
                            n % 2 == 0 ? "c" + n : null,
                            null);
            var value = ("{\"n\":" + n + "}").getBytes(UTF_8);
            var digest = Chain.privateDigest(new byte[32], value);
            previous = Chain.next(previous, n, Chain.leaf(event, value, digest));
            var headers =
                    EventCodec.headers(
                            event, new Placement(n, Chain.hex(previous), Chain.hex(digest)), null);
            var attributes = new HashMap<String, String>();
            headers.forEach(
                    (name, text) ->
                            attributes.put(
                                    name.equals("content-type")
                                            ? "datacontenttype"
                                            : name.replaceFirst("^ce_", ""),
                                    text));
            entries.add(new Entry(attributes, value));
        }
        return entries;
    }
}
