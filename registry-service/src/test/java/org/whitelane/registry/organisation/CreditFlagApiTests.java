package org.whitelane.registry.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.whitelane.registry.Answer;
import org.whitelane.registry.Api;
import org.whitelane.registry.Invented;
import org.whitelane.registry.TestRegistry;
import org.whitelane.testing.Infra;
import org.whitelane.testing.JournalledEvents;

import java.util.Map;

class CreditFlagApiTests {

    private final Api api = TestRegistry.shared();
    private final String registrar = TestRegistry.registrar();
    private final String officer = Infra.issuer().token("officer", "o-1", "APPLICANT_ADMIN");

    @AfterAll
    static void whatWasSaidFitsTheSchemas() {
        JournalledEvents.keepTheContract("registry");
    }

    @Test
    void aFlagIsRaisedAndLiftedOnce() {
        var flags = "/organisations/%s/credit-flags".formatted(register());
        var raised = api.post(flags, registrar, flag("2026-01-05"));
        assertThat(raised.status()).isEqualTo(201);
        assertThat(api.get(flags, officer).body().path("items").size()).isEqualTo(1);
        var lifting = "%s/%s/lifting".formatted(flags, raised.text("flagId"));
        assertThat(reason(lifting, registrar).body().path("lifted").asBoolean()).isTrue();
        assertThat(reason(lifting, registrar).text("code")).isEqualTo("flag-already-lifted");
    }

    @Test
    void aFlagBelongsToItsOrganisationAndToRealDays() {
        var raised =
                api.post(
                        "/organisations/%s/credit-flags".formatted(register()),
                        registrar,
                        flag("2026-01-05"));
        var elsewhere = "/organisations/%s/credit-flags".formatted(register());
        assertThat(
                        reason(
                                        "%s/%s/lifting".formatted(elsewhere, raised.text("flagId")),
                                        registrar)
                                .status())
                .isEqualTo(404);
        assertThat(api.post(elsewhere, registrar, flag("2026-02-30")).faults())
                .containsEntry("/from", "date");
        var backwards =
                Map.of(
                        "kind", "ABNORMAL_OPERATION",
                        "from", "2026-01-05",
                        "to", "2026-01-04",
                        "source", "A list");
        assertThat(api.post(elsewhere, registrar, backwards).faults())
                .isEqualTo(Map.of("/to", "before-from"));
    }

    @Test
    void onlyTheRegistrarRaisesFlags() {
        var flags = "/organisations/%s/credit-flags".formatted(register());
        assertThat(api.post(flags, officer, flag("2026-01-05")).status()).isEqualTo(403);
    }

    private String register() {
        return api.post("/organisations", registrar, Invented.organisation()).text("id");
    }

    private Answer reason(String place, String token) {
        return api.post(place, token, Map.of("reason", "A test of the rules"));
    }

    private static Map<String, String> flag(String from) {
        return Map.of("kind", "SERIOUS_DISHONESTY", "from", from, "source", "A court's list");
    }
}
