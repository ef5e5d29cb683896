package org.whitelane.registry.events;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.whitelane.registry.Api;
import org.whitelane.registry.Invented;
import org.whitelane.registry.TestRegistry;
import org.whitelane.testing.Infra;

import java.util.List;
import java.util.Map;

/** What the journal keeps beside the published events: who, why, before and after. */
class JournalTests {

    private final Api api = TestRegistry.shared();
    private final JdbcClient owner = owner();

    @Test
    void keepsWhoDidItAndWhyBesideTheChange() {
        var registrar = Infra.issuer().token("registrar-7", null, "REGISTRAR");
        var id = api.post("/organisations", registrar, Invented.organisation()).text("id");
        api.post(
                "/organisations/" + id + "/suspension",
                registrar,
                Map.of("reason", "Licence revoked"));
        var parts = privateParts(id);
        assertThat(parts).hasSize(2).allMatch(part -> part.contains("registrar-7"));
        assertThat(parts.getLast()).contains("Licence revoked", "ACTIVE", "SUSPENDED");
        assertThat(values(id)).noneMatch(value -> value.contains("registrar-7"));
        assertThat(values(id)).noneMatch(value -> value.contains("Licence revoked"));
    }

    @Test
    void tellsAnAuditorWhoSuspendedAndWhy() {
        var registrar = Infra.issuer().token("registrar-8", null, "REGISTRAR");
        var auditor = Infra.issuer().token("auditor-8", null, "AUDITOR");
        var id = api.post("/organisations", registrar, Invented.organisation()).text("id");
        api.post(
                "/organisations/" + id + "/suspension",
                registrar,
                Map.of("reason", "Licence revoked"));

        var items = api.get("/audit?subject=" + id, auditor).body().path("items");

        var last = items.path(1);
        assertThat(last.at("/privatePart/actor").asString()).isEqualTo("registrar-8");
        assertThat(last.at("/privatePart/reason").asString()).isEqualTo("Licence revoked");
        assertThat(last.at("/privatePart/before/status").asString()).isEqualTo("ACTIVE");
        assertThat(last.at("/privatePart/after/status").asString()).isEqualTo("SUSPENDED");
        assertThat(items.path(2).at("/privatePart/actor").asString()).isEqualTo("auditor-8");
        assertThat(api.get("/audit?subject=" + id, registrar).status()).isEqualTo(403);
    }

    @Test
    void writesNeitherSecretNorHash() {
        var registrar = TestRegistry.registrar();
        var issued = api.post("/credentials", registrar, Map.of("roles", List.of("AUDITOR")));
        var id = issued.text("clientId");
        assertThat(values(id)).hasSize(1).first().asString().contains("AUDITOR");
        var hash =
                owner.sql("select secret_hash from credential where client_id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single();
        assertThat(List.of(values(id).toString(), privateParts(id).toString()))
                .noneMatch(
                        text -> text.contains(hash) || text.contains(issued.text("clientSecret")));
    }

    @Test
    void theAppCannotDeleteWhatIsRegistered() {
        for (var table : List.of("organisation", "credential", "signing_key", "calendar_year")) {
            assertThat(
                            owner.sql("select has_table_privilege(:role, :table, 'delete')")
                                    .param("role", Infra.database("registry").app().username())
                                    .param("table", table)
                                    .query(Boolean.class)
                                    .single())
                    .as(table)
                    .isFalse();
        }
    }

    private List<String> privateParts(String subject) {
        return owner.sql(
                        """
                        select p.body from journal_private p join journal_entry e on e.id = p.entry_id
                        where e.subject = :subject order by e.id
                        """)
                .param("subject", subject)
                .query((rs, n) -> new String(rs.getBytes("body"), UTF_8))
                .list();
    }

    private List<String> values(String subject) {
        return owner.sql("select value from journal_entry where subject = :subject order by id")
                .param("subject", subject)
                .query((rs, n) -> new String(rs.getBytes("value"), UTF_8))
                .list();
    }

    private static JdbcClient owner() {
        var database = Infra.database("registry");
        return JdbcClient.create(
                new DriverManagerDataSource(
                        database.url(), database.owner().username(), database.owner().password()));
    }
}
