package org.whitelane.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the contract of the edge does not ask: its sample is an organisation. */
class IdempotencyApiTests {

    private final Api api = TestRegistry.shared();
    private final String registrar = TestRegistry.registrar();

    @Test
    void aSecretIsShownOnce() {
        var key = UUID.randomUUID().toString();
        var wanted = Map.of("roles", List.of("AUDITOR"));
        assertThat(api.post("/credentials", registrar, key, wanted).status()).isEqualTo(201);
        var again = api.post("/credentials", registrar, key, wanted);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("code")).isEqualTo("secret-already-shown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/credentials", "/calendars"})
    void everyCreationWantsAKey(String place) {
        var answer = api.post(place, registrar, null, Map.of());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.faults()).containsKey("#Idempotency-Key");
    }
}
