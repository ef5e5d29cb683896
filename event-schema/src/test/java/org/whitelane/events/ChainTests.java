package org.whitelane.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Against vectors that another implementation made (src/test/python/make_vectors.py). */
class ChainTests {

    private static final JsonNode VECTORS = vectors();

    @ParameterizedTest
    @MethodSource("leaves")
    void leafEqualsTheVector(JsonNode vector) {
        assertThat(leaf(vector)).as(vector.path("name").asString()).isEqualTo(text(vector, "leaf"));
    }

    @ParameterizedTest
    @MethodSource("geneses")
    void genesisEqualsTheVector(JsonNode vector) {
        var hash = Chain.genesis(text(vector, "stream"), text(vector, "incarnation"));

        assertThat(Chain.hex(hash)).isEqualTo(text(vector, "hash"));
    }

    @ParameterizedTest
    @MethodSource("privateDigests")
    void privateDigestEqualsTheVector(JsonNode vector) {
        var digest = Chain.privateDigest(bytes(vector, "salt"), base64(vector, "part"));

        assertThat(Chain.hex(digest)).isEqualTo(text(vector, "digest"));
    }

    @ParameterizedTest
    @MethodSource("chains")
    void chainEqualsTheVector(JsonNode chain) {
        var hash = bytes(chain, "previous");
        for (var link : chain.path("links")) {
            assertThat(leaf(link)).isEqualTo(text(link, "leaf"));
            hash = Chain.next(hash, link.path("position").asLong(), bytes(link, "leaf"));
            assertThat(Chain.hex(hash)).isEqualTo(text(link, "chainhash"));
        }
    }

    @Test
    void noTwoLeavesOfTheVectorsAreEqual() {
        assertThat(leaves().map(vector -> text(vector, "leaf")))
                .doesNotHaveDuplicates()
                .hasSize(15);
    }

    @Test
    void positionAndPredecessorEnterTheHash() {
        var leaf = new byte[32];
        var other = new byte[32];
        Arrays.fill(other, (byte) 1);

        assertThat(
                        List.of(
                                Chain.next(leaf, 1, leaf),
                                Chain.next(leaf, 2, leaf),
                                Chain.next(other, 1, leaf)))
                .extracting(Chain::hex)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyFlippedBitOfAValueChangesTheLeaf() {
        var vector = leaves().findFirst().orElseThrow();
        var value = value(vector);
        for (int bit = 0; bit < value.length * 8; bit++) {
            var flipped = value.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(
                            Chain.hex(
                                    Chain.leaf(
                                            attributes(vector),
                                            flipped,
                                            bytes(vector, "privatedigest"))))
                    .isNotEqualTo(text(vector, "leaf"));
        }
    }

    @Test
    void refusesPartsOfAnotherLength() {
        var hash = new byte[32];
        var shorter = new byte[31];

        assertThatIllegalArgumentException().isThrownBy(() -> Chain.next(shorter, 1, hash));
        assertThatIllegalArgumentException().isThrownBy(() -> Chain.next(hash, 1, shorter));
        assertThatIllegalArgumentException().isThrownBy(() -> Chain.privateDigest(shorter, hash));
        var event = attributes(leaves().findFirst().orElseThrow());
        assertThatIllegalArgumentException().isThrownBy(() -> Chain.leaf(event, hash, shorter));
    }

    static Stream<JsonNode> leaves() {
        return stream("leaves");
    }

    static Stream<JsonNode> geneses() {
        return stream("genesis");
    }

    static Stream<JsonNode> privateDigests() {
        return stream("privateDigests");
    }

    static Stream<JsonNode> chains() {
        return stream("chains");
    }

    private static String leaf(JsonNode vector) {
        return Chain.hex(
                Chain.leaf(attributes(vector), value(vector), bytes(vector, "privatedigest")));
    }

    private static EventAttributes attributes(JsonNode vector) {
        var event = vector.path("event");
        return new EventAttributes(
                text(event, "id"),
                text(event, "type"),
                text(event, "source"),
                text(event, "subject"),
                text(event, "time"),
                text(event, "dataschema"),
                text(event, "datacontenttype"),
                event.path("aggregateversion").asLong(),
                optional(event, "correlationid"),
                optional(event, "causationid"));
    }

    private static byte[] value(JsonNode vector) {
        if (vector.has("value")) {
            return base64(vector, "value");
        }
        int length = vector.path("length").asInt();
        var pattern = text(vector, "pattern");
        return pattern.repeat(length / pattern.length() + 1).substring(0, length).getBytes(UTF_8);
    }

    private static @Nullable String optional(JsonNode node, String name) {
        return node.has(name) ? text(node, name) : null;
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString();
    }

    private static byte[] bytes(JsonNode node, String name) {
        return HexFormat.of().parseHex(text(node, name));
    }

    private static byte[] base64(JsonNode node, String name) {
        return Base64.getDecoder().decode(text(node, name));
    }

    private static Stream<JsonNode> stream(String name) {
        return StreamSupport.stream(VECTORS.path(name).spliterator(), false);
    }

    private static JsonNode vectors() {
        try (var in = Chain.class.getResourceAsStream("/chain/vectors.json")) {
            assertThat(in).isNotNull();
            return Published.JSON.readTree(in.readAllBytes());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
