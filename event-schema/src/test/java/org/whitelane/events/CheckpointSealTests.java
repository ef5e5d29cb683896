package org.whitelane.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whitelane.events.CheckpointEvent.Checkpoint;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * Against samples that another implementation signed (src/test/python/make_checkpoint_samples.py).
 */
class CheckpointSealTests {

    /** RFC 8037 appendix A. */
    private static final CheckpointKey KNOWN =
            new CheckpointKey("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");

    private static final String THUMBPRINT = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";

    static Stream<Class<? extends EventPayload>> types() {
        return EventTypes.all().stream().filter(CheckpointEvent.class::isAssignableFrom);
    }

    @Test
    void theKeysNameIsThatOfTheRfc() {
        assertThat(KNOWN.thumbprint()).isEqualTo(THUMBPRINT);
    }

    @ParameterizedTest
    @MethodSource("types")
    void opensWhatTheOtherImplementationSigned(Class<? extends EventPayload> type) {
        var event = sample(type);

        assertThat(CheckpointSeal.open(event.jws(), List.of(KNOWN))).isEqualTo(event.checkpoint());
        assertThat(payload(event.jws()))
                .isEqualTo(new String(CheckpointSeal.canonical(event.checkpoint()), UTF_8));
    }

    @Test
    void everyServicePublishesItsOwn() {
        assertThat(types()).hasSize(4);
        for (var type : types().toList()) {
            var context = EventTypes.topicOf(type).context();
            var event = sample(type);
            var made = CheckpointEvent.of(context, event.checkpoint(), event.jws());
            assertThat(made).isEqualTo(event);
            assertThat(EventTypes.topicOf(made.getClass())).isEqualTo(Topic.checkpointsOf(context));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Topic.checkpointsOf("gateway"));
    }

    @Test
    void whatIsSignedHereOpensWithThatKeyOnly() throws Exception {
        var pair = generated();
        var key = CheckpointKey.of(pair.getPublic());
        var checkpoint = first(key.thumbprint());
        var jws = CheckpointSeal.sign(checkpoint, pair.getPrivate());

        assertThat(CheckpointSeal.open(jws, List.of(KNOWN, key))).isEqualTo(checkpoint);
        refuses(jws, List.of(KNOWN), "not among those given");
    }

    @Test
    void anyChangedCharacterIsRefused() throws Exception {
        var pair = generated();
        var key = CheckpointKey.of(pair.getPublic());
        var jws = CheckpointSeal.sign(first(key.thumbprint()), pair.getPrivate());
        // of the last one the lowest four bits belong to no byte
        for (int at = 0; at < jws.length() - 1; at++) {
            var flipped =
                    jws.substring(0, at)
                            + (jws.charAt(at) == 'A' ? 'B' : 'A')
                            + jws.substring(at + 1);
            assertThatIllegalArgumentException()
                    .as("byte %d", at)
                    .isThrownBy(() -> CheckpointSeal.open(flipped, List.of(key)));
        }
    }

    @Test
    void aSignatureForAnotherPurposeIsNone() {
        var other = header("{\"alg\":\"EdDSA\",\"kid\":\"%s\",\"typ\":\"JWT\"}");
        refuses(other, List.of(KNOWN), "must say typ whitelane-checkpoint+jws, it says \"JWT\"");
        var none = header("{\"alg\":\"none\",\"kid\":\"%s\"}");
        refuses(none, List.of(KNOWN), "must say alg EdDSA, it says \"none\"");
    }

    @Test
    void aWrongSignatureIsNamedAsThat() {
        var event = sample(RegistryEvent.CheckpointTaken.class);
        var last = event.jws().lastIndexOf('.') + 1;
        refuses(
                event.jws().substring(0, last) + "A".repeat(86),
                List.of(KNOWN),
                "signature is wrong for key \"" + THUMBPRINT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.b", "..", "e30.e30.e30", "????.e30.e30", "bnVsbA.e30.e30"})
    void whatIsNoJwsIsRefusedInASentence(String jws) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckpointSeal.open(jws, List.of(KNOWN)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "11qY", "not base64 at all, nor 32 bytes; and too long besides it"})
    void whatIsNoKeyIsRefusedInASentence(String x) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CheckpointKey(x))
                .withMessageContaining("32 bytes in base64url");
    }

    private static void refuses(String jws, List<CheckpointKey> trusted, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckpointSeal.open(jws, trusted))
                .withMessageContaining(why);
    }

    private static String header(String header) {
        var text = header.formatted(THUMBPRINT);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8))
                + ".e30.AA";
    }

    private static String payload(String jws) {
        return new String(Base64.getUrlDecoder().decode(jws.split("\\.", -1)[1]), UTF_8);
    }

    private static CheckpointEvent sample(Class<? extends EventPayload> type) {
        return (CheckpointEvent) Samples.read(type, Published.sample(type));
    }

    private static Checkpoint first(String keyId) {
        return new Checkpoint(
                "whitelane.registry.calendar.v1",
                1,
                "6f1f7d0e-1c1e-4b62-9a3e-0d4b5b0e8a11",
                1,
                3,
                3,
                "ab".repeat(32),
                List.of(),
                "2026-03-02T01:00:00Z",
                null,
                keyId);
    }

    private static KeyPair generated() throws Exception {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }
}
