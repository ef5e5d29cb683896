package org.whitelane.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.whitelane.embedded.Ports;
import org.whitelane.events.RegistryEvent;
import org.whitelane.events.Topic;
import org.whitelane.testing.JournalledEvents;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * A party's whole life, seen through HTTP and Kafka only, over a restart and a rotation of keys.
 */
class RegistryScenarioTests {

    @AfterAll
    static void whatWasSaidFitsTheSchemas() {
        JournalledEvents.keepTheContract("registry");
    }

    @Test
    void aPartyIsRegisteredActsIsSuspendedAndActsAgain() {
        var port = Ports.free();
        String organisation;
        Officer officer;
        String oldToken;
        String oldKey;
        try (var registry = TestRegistry.start(port)) {
            var api = registry.api();
            var boss =
                    accessToken(
                            api.token(TestRegistry.BOOTSTRAP_ID, TestRegistry.BOOTSTRAP_SECRET));
            organisation = register(api, boss);
            officer = issue(api, boss, organisation);
            oldToken = accessToken(api.token(officer.id(), officer.secret()));
            oldKey = keyOf(api, oldToken);
            assertAnotherServerBelieves(api, oldToken, officer, organisation);
        }
        try (var registry = TestRegistry.start(port)) {
            var api = registry.api();
            assertThat(api.get("/organisations/" + organisation, oldToken).status())
                    .as("the keys survived the restart")
                    .isEqualTo(200);
            var boss =
                    accessToken(
                            api.token(TestRegistry.BOOTSTRAP_ID, TestRegistry.BOOTSTRAP_SECRET));
            rotate(api, boss, officer, oldToken, oldKey);
            suspendAndReinstate(api, boss, organisation, officer);
            revoke(api, boss, officer);
        }
        assertEvents(organisation);
    }

    private record Officer(String id, String secret) {}

    private static String register(Api api, String boss) {
        var answer = api.post("/organisations", boss, Invented.organisation());
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        assertThat(answer.text("status")).isEqualTo("ACTIVE");
        return answer.text("id");
    }

    private static Officer issue(Api api, String boss, String organisation) {
        var answer =
                api.post(
                        "/credentials",
                        boss,
                        Map.of("organisation", organisation, "roles", List.of("APPLICANT_ADMIN")));
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return new Officer(answer.text("clientId"), answer.text("clientSecret"));
    }

    private static void rotate(
            Api api, String boss, Officer officer, String oldToken, String oldKey) {
        var rotation = api.post("/signing-keys/rotation", boss, "");
        assertThat(rotation.status()).as("%s", rotation).isEqualTo(200);
        assertThat(rotation.text("previousKid")).isEqualTo(oldKey);
        var newToken = accessToken(api.token(officer.id(), officer.secret()));
        assertThat(keyOf(api, newToken)).isEqualTo(rotation.text("kid")).isNotEqualTo(oldKey);
        assertThat(keyOf(api, oldToken)).as("the old key is still published").isEqualTo(oldKey);
        await().untilAsserted(
                        () ->
                                assertThat(List.of(oldToken, newToken))
                                        .allMatch(
                                                t ->
                                                        api.get("/calendars/2026", t).status()
                                                                == 200));
    }

    private static void suspendAndReinstate(
            Api api, String boss, String organisation, Officer officer) {
        var place = "/organisations/" + organisation;
        assertThat(move(api, boss, place + "/suspension").text("status")).isEqualTo("SUSPENDED");
        var refused = api.token(officer.id(), officer.secret());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("error")).isEqualTo("unauthorized_client");
        assertThat(move(api, boss, place + "/suspension").text("code")).isEqualTo("illegal-move");
        assertThat(move(api, boss, place + "/reinstatement").text("status")).isEqualTo("ACTIVE");
        accessToken(api.token(officer.id(), officer.secret()));
    }

    private static void revoke(Api api, String boss, Officer officer) {
        var revoked = move(api, boss, "/credentials/" + officer.id() + "/revocation");
        assertThat(revoked.text("status")).isEqualTo("REVOKED");
        assertThat(api.token(officer.id(), officer.secret()).status()).isEqualTo(401);
    }

    private static Answer move(Api api, String boss, String place) {
        return api.post(place, boss, Map.of("reason", "A test of the rules"));
    }

    private static void assertEvents(String organisation) {
        await().untilAsserted(
                        () -> {
                            var events = Records.of(Topic.ORGANISATION, organisation);
                            assertThat(events)
                                    .extracting(e -> e.data().getClass().getSimpleName())
                                    .containsExactly(
                                            "OrganisationRegistered",
                                            "OrganisationChanged",
                                            "OrganisationChanged");
                            assertThat(events)
                                    .extracting(e -> e.aggregateVersion())
                                    .containsExactlyElementsOf(
                                            LongStream.rangeClosed(1, 3).boxed().toList());
                        });
        var calendar = Records.of(Topic.CALENDAR, "CN-2026");
        assertThat(calendar.getFirst().data())
                .isInstanceOfSatisfying(
                        RegistryEvent.CalendarImported.class,
                        year -> assertThat(year.holidays()).contains("2026-10-01"));
    }

    /** As any service does that has never heard of the registry's code. */
    private static void assertAnotherServerBelieves(
            Api api, String token, Officer officer, String organisation) {
        var jwt = NimbusJwtDecoder.withJwkSetUri(api.url() + "/oauth2/jwks").build().decode(token);
        assertThat(jwt.getSubject()).isEqualTo(officer.id());
        assertThat(jwt.getAudience()).containsExactly("whitelane");
        assertThat(jwt.getClaimAsString("iss")).isEqualTo(api.url());
        assertThat(jwt.getClaimAsString("organisation")).isEqualTo(organisation);
        assertThat(jwt.getClaimAsStringList("roles")).containsExactly("APPLICANT_ADMIN");
        assertThat(Duration.between(jwt.getIssuedAt(), jwt.getExpiresAt()))
                .isEqualTo(Duration.ofMinutes(5));
    }

    /** Fails when the key is not published. */
    private static String keyOf(Api api, String token) {
        var jwt = NimbusJwtDecoder.withJwkSetUri(api.url() + "/oauth2/jwks").build().decode(token);
        return String.valueOf(jwt.getHeaders().get("kid"));
    }

    private static String accessToken(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.text("access_token");
    }
}
