package org.whitelane.registry.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whitelane.registry.Answer;
import org.whitelane.registry.Api;
import org.whitelane.registry.Invented;
import org.whitelane.registry.TestRegistry;
import org.whitelane.testing.Infra;
import org.whitelane.testing.JournalledEvents;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

class OrganisationApiTests {

    private final Api api = TestRegistry.shared();
    private final String registrar = TestRegistry.registrar();
    private final String officer = Infra.issuer().token("officer", "o-1", "APPLICANT_ADMIN");

    @AfterAll
    static void whatWasSaidFitsTheSchemas() {
        JournalledEvents.keepTheContract("registry");
    }

    @Test
    void anyOfficerReadsWhatTheRegistrarRegistered() {
        var wanted = Invented.organisation();
        wanted.put("pilotAreas", List.of("TJ-FTZ"));
        var created = api.post("/organisations", registrar, wanted);
        assertThat(created.status()).isEqualTo(201);
        var place = created.headers().getOrDefault("location", "");
        assertThat(place).endsWith(created.text("id"));
        assertThat(api.get(place, officer).body()).isEqualTo(created.body());
        assertThat(created.text("creditCodeCheck")).isEqualTo("PASS");
        assertThat(created.body().path("pilotAreas").toString()).isEqualTo("[\"TJ-FTZ\"]");
    }

    @Test
    void namesEveryFaultOfARequestAtOnce() {
        var answer =
                api.post(
                        "/organisations",
                        registrar,
                        """
                        {"creditCode":"91X","nameZh":" ","types":["ENTERPRISE","WIZARD"],"registeredDivision":"990000",
                         "pilotAreas":["a b"],"surprise":1}
                        """);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo("invalid-request");
        assertThat(answer.faults())
                .isEqualTo(
                        Map.of(
                                "/creditCode", "credit-code",
                                "/nameZh", "blank",
                                "/types/1", "unknown-value",
                                "/registeredDivision", "division-code",
                                "/pilotAreas/0", "pilot-area",
                                "/surprise", "unknown-field"));
    }

    @Test
    void acceptsAWrongCheckCharacterOnlyWithAReason() {
        var wanted = Invented.organisation();
        wanted.put("creditCode", "91350211M0000XUF46");
        var refused = api.post("/organisations", registrar, wanted);
        assertThat(refused.faults()).isEqualTo(Map.of("/creditCode", "credit-code"));
        assertThat(refused.body().toString()).contains("has check character 6, it should be R");

        wanted.put("creditCodeOverrideReason", "Issued like this in 2016, seen on the licence");
        var accepted = api.post("/organisations", registrar, wanted);
        assertThat(accepted.status()).isEqualTo(201);
        assertThat(accepted.text("creditCodeCheck")).isEqualTo("FAIL_LEGACY");
        assertThat(accepted.body().has("creditCodeOverrideReason")).isFalse();
    }

    @Test
    void takesNoSpaceOfAnyScriptForAName() {
        var wanted = Invented.organisation();
        wanted.put("nameZh", "\u3000\u00A0\u2003");
        assertThat(api.post("/organisations", registrar, wanted).faults())
                .isEqualTo(Map.of("/nameZh", "blank"));
        wanted.put("nameZh", "示例医药（虚构）");
        wanted.put("nameEn", "\u3000 ");
        assertThat(api.post("/organisations", registrar, wanted).faults())
                .isEqualTo(Map.of("/nameEn", "blank"));
    }

    @Test
    void refusesAReasonWhereNothingIsToOverride() {
        var wanted = Invented.organisation();
        wanted.put("creditCodeOverrideReason", "To be on the safe side");
        assertThat(api.post("/organisations", registrar, wanted).faults())
                .isEqualTo(Map.of("/creditCodeOverrideReason", "not-needed"));
    }

    @Test
    void registersACreditCodeOnce() {
        var wanted = Invented.organisation();
        api.post("/organisations", registrar, wanted);
        var again = api.post("/organisations", registrar, wanted);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("code")).isEqualTo("credit-code-taken");
    }

    @Test
    void onlyTheRegistrarRegisters() {
        assertThat(api.post("/organisations", officer, Invented.organisation()).status())
                .isEqualTo(403);
        assertThat(api.post("/organisations", null, Invented.organisation()).status())
                .isEqualTo(401);
        var id = register();
        for (var move : List.of("suspension", "reinstatement", "deregistration")) {
            assertThat(reason("/organisations/%s/%s".formatted(id, move), officer).status())
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/suspension",
                "/credit-flags/6b1f7a52-6b0c-4a70-9d4c-0d9d7ab7d6a1/lifting"
            })
    void knowsNoOtherOrganisation(String action) {
        var place = "/organisations/" + UUID.randomUUID() + action;
        var answer = action.isEmpty() ? api.get(place, registrar) : reason(place, registrar);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("code")).isEqualTo("not-found");
    }

    @Test
    void anIdThatIsNoneIsAFaultOfTheCaller() {
        assertThat(api.get("/organisations/abc", registrar).status()).isBetween(400, 404);
    }

    @Test
    void aDeregisteredOrganisationMovesNoMore() {
        var place = "/organisations/" + register();
        assertThat(reason(place + "/deregistration", registrar).text("status"))
                .isEqualTo("DEREGISTERED");
        var refused = reason(place + "/reinstatement", registrar);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail"))
                .isEqualTo(
                        "REINSTATEMENT is not allowed while the organisation is DEREGISTERED;"
                                + " allowed now: [].");
    }

    @Test
    void ofManyAtOnceOneRegistersACreditCode() {
        var wanted = Invented.organisation();
        var answers =
                IntStream.range(0, 8)
                        .parallel()
                        .mapToObj(n -> api.post("/organisations", registrar, wanted).status())
                        .toList();
        assertThat(answers)
                .containsOnlyOnce(201)
                .allMatch(status -> status == 201 || status == 409);
    }

    private String register() {
        return api.post("/organisations", registrar, Invented.organisation()).text("id");
    }

    private Answer reason(String place, String token) {
        return api.post(place, token, Map.of("reason", "A test of the rules"));
    }
}
