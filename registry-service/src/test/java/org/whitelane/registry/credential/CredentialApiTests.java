package org.whitelane.registry.credential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.whitelane.registry.Answer;
import org.whitelane.registry.Api;
import org.whitelane.registry.Invented;
import org.whitelane.registry.TestRegistry;
import org.whitelane.testing.Infra;

import java.util.List;
import java.util.Map;
import java.util.UUID;

class CredentialApiTests {

    private final Api api = TestRegistry.shared();
    private final String registrar = TestRegistry.registrar();

    @Test
    void showsARandomSecretThatNobodyMayCache() {
        var answer = issue(Map.of("roles", List.of("REGULATOR", "AUDITOR")));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("clientSecret")).hasSize(43);
        assertThat(answer.body().path("organisation").isNull()).isTrue();
        assertThat(answer.body().path("roles").toString()).isEqualTo("[\"REGULATOR\",\"AUDITOR\"]");
        assertThat(answer.headers()).containsEntry("cache-control", "no-store");
    }

    @Test
    void anOfficersRoleNeedsAnOrganisation() {
        assertThat(issue(Map.of("roles", List.of("AUDITOR", "INTAKE_OFFICER"))).faults())
                .isEqualTo(Map.of("/organisation", "required"));
        var unknown =
                issue(
                        Map.of(
                                "organisation",
                                UUID.randomUUID(),
                                "roles",
                                List.of("INTAKE_OFFICER")));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.faults()).isEqualTo(Map.of("/organisation", "organisation-unknown"));
    }

    @Test
    void refusesRolesThatAreNone() {
        assertThat(issue(Map.of("roles", List.of("KING"))).faults())
                .isEqualTo(Map.of("/roles/0", "unknown-value"));
        assertThat(issue(Map.of("roles", List.of())).faults()).isEqualTo(Map.of("/roles", "empty"));
        assertThat(issue(Map.of()).faults()).isEqualTo(Map.of("/roles", "required"));
        assertThat(issue(Map.of("roles", List.of("AUDITOR", "AUDITOR"))).faults())
                .isEqualTo(Map.of("/roles/1", "duplicate-element"));
    }

    @Test
    void aSuspendedOrganisationGetsNoNewOfficers() {
        var id = api.post("/organisations", registrar, Invented.organisation()).text("id");
        api.post("/organisations/" + id + "/suspension", registrar, Map.of("reason", "A test"));
        var answer = issue(Map.of("organisation", id, "roles", List.of("APPLICANT_ADMIN")));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("code")).isEqualTo("organisation-not-active");
    }

    @Test
    void onlyTheRegistrarIssuesAndRevokes() {
        var operator = Infra.issuer().token("operator", null, "OPERATOR");
        assertThat(api.post("/credentials", operator, Map.of("roles", List.of("AUDITOR"))).status())
                .isEqualTo(403);
        var place = "/credentials/%s/revocation".formatted(TestRegistry.BOOTSTRAP_ID);
        assertThat(api.post(place, operator, Map.of("reason", "A test")).status()).isEqualTo(403);
    }

    @Test
    void isRevokedOnceAndThenGetsNoTokens() {
        var issued = issue(Map.of("roles", List.of("AUDITOR")));
        var id = issued.text("clientId");
        assertThat(api.token(id, issued.text("clientSecret")).status()).isEqualTo(200);
        assertThat(revoke(id).text("status")).isEqualTo("REVOKED");
        assertThat(revoke(id).text("code")).isEqualTo("already-revoked");
        assertThat(api.token(id, issued.text("clientSecret")).status()).isEqualTo(401);
        assertThat(revoke("nobody").status()).isEqualTo(404);
        assertThat(revoke("no%20body").status()).isEqualTo(404);
    }

    private Answer issue(Map<String, Object> body) {
        return api.post("/credentials", registrar, body);
    }

    private Answer revoke(String id) {
        return api.post(
                "/credentials/" + id + "/revocation", registrar, Map.of("reason", "A test"));
    }
}
