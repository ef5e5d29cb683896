package org.whitelane.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.UUID;

class IdempotencyApiTests {

    private final Api api = TestRegistry.shared();
    private final String registrar = TestRegistry.registrar();

    @Test
    void aRepeatGetsTheSameAnswerAndChangesNothing() {
        var key = UUID.randomUUID().toString();
        var wanted = Invented.organisation();
        var first = api.post("/organisations", registrar, key, wanted);
        var second = api.post("/organisations", registrar, key, wanted);
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        var other = api.post("/organisations", registrar, key, Invented.organisation());
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("code")).isEqualTo("idempotency-key-reused");
    }

    @Test
    void aSecretIsShownOnce() {
        var key = UUID.randomUUID().toString();
        var wanted = Map.of("roles", List.of("AUDITOR"));
        assertThat(api.post("/credentials", registrar, key, wanted).status()).isEqualTo(201);
        var again = api.post("/credentials", registrar, key, wanted);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("code")).isEqualTo("secret-already-shown");
    }

    @Test
    void aRefusalDoesNotUseTheKeyUp() {
        var key = UUID.randomUUID().toString();
        var wanted = Invented.organisation();
        var right = wanted.put("registeredDivision", "12");
        assertThat(api.post("/organisations", registrar, key, wanted).status()).isEqualTo(400);
        wanted.put("registeredDivision", right == null ? "" : right);
        assertThat(api.post("/organisations", registrar, key, wanted).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/organisations", "/credentials", "/calendars"})
    void everyCreationWantsAKey(String place) {
        var answer = api.post(place, registrar, null, Map.of());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.faults()).containsKey("#Idempotency-Key");
    }
}
