package org.whitelane.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.whitelane.embedded.Database;
import org.whitelane.testing.Infra;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

/** The operator's door to the parking lot, over real HTTP. */
abstract class ParkedBench {

    static final String CONSUMER = "administered";
    static final HttpClient HTTP = HttpClient.newHttpClient();

    static ConfigurableApplicationContext application;
    static Database database;
    static Effects effects;
    static InboxConsumer consumer;

    String aggregate = "";

    @BeforeAll
    static void start() {
        Infra.recreateTopics();
        database = Infra.freshDatabase("inbox");
        application = InboxTestApplication.start(database, CONSUMER, Map.of("server.port", "0"));
        effects = application.getBean(Effects.class);
        consumer = application.getBean(InboxConsumer.class);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @BeforeEach
    void nameTheAggregate(TestInfo test) {
        aggregate = test.getTestMethod().orElseThrow().getName();
    }

    void take(Records record) {
        application.getBean(Inbox.class).take(consumer, record.raw());
    }

    void take(long version) {
        take(Records.event(aggregate, version));
    }

    static HttpResponse<String> send(String method, String path, String body, String... roles)
            throws Exception {
        return HTTP.send(request(method, path, body, roles).build(), BodyHandlers.ofString());
    }

    /** As an operator, if the record has the version. */
    static HttpResponse<String> on(String version, String method, String path, String body)
            throws Exception {
        return HTTP.send(
                request(method, path, body, "OPERATOR").header("If-Match", version).build(),
                BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(
            String method, String path, String body, String... roles) {
        var port = application.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(
                        URI.create(
                                "http://127.0.0.1:%s/api/v1/notification/admin/parked%s"
                                        .formatted(port, path)))
                .header("Authorization", "Bearer " + Infra.issuer().token("officer-7", null, roles))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
    }

    static JsonNode ok(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    static void assertRefused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(JsonMapper.shared().readTree(response.body()).get("code").asString())
                .isEqualTo(code);
    }

    JsonNode parked() throws Exception {
        return ok(send("GET", "?limit=100&aggregate=" + aggregate, "", "OPERATOR")).get("items");
    }

    String firstId() throws Exception {
        return parked().get(0).get("id").asString();
    }

    List<@Nullable String> audited(String id) {
        var auditor = database.auditor();
        return JdbcClient.create(
                        new DriverManagerDataSource(
                                database.url(), auditor.username(), auditor.password()))
                .sql(
                        """
                        select e.type || ' by ' || p.actor from journal_entry e join journal_private p on p.entry_id = e.id
                        where e.subject = ? order by e.id
                        """)
                .param(id)
                .query(String.class)
                .list();
    }
}
