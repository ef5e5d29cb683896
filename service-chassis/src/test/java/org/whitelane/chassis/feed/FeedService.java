package org.whitelane.chassis.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.whitelane.chassis.journal.JournalTestApplication;
import org.whitelane.chassis.journal.Scribe;
import org.whitelane.chassis.journal.Witness;
import org.whitelane.embedded.Database;
import org.whitelane.events.RegistryEvent.CreditFlag;
import org.whitelane.events.RegistryEvent.CreditFlagLifted;
import org.whitelane.events.Topic;
import org.whitelane.testing.Infra;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** A service with a stream of 24 events, of which each third is of the second type. */
final class FeedService implements AutoCloseable {

    static final String STREAM = Topic.ORGANISATION.topicName();
    static final String RAISED = "org.whitelane.registry.credit-flag-raised.v1";
    static final String LIFTED = "org.whitelane.registry.credit-flag-lifted.v1";
    static final int EVENTS = 24;

    private static final String API = "/api/v1/registry/";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final Database database;
    final ConfigurableApplicationContext context;

    private FeedService(Database database, ConfigurableApplicationContext context) {
        this.database = database;
        this.context = context;
    }

    static FeedService start(String name, Map<String, String> settings) {
        Infra.recreateTopics();
        var database = Infra.freshDatabase(name);
        var properties = JournalTestApplication.properties(database);
        properties.putAll(settings);
        var context = JournalTestApplication.start(properties, WebApplicationType.SERVLET);
        var scribe = context.getBean(Scribe.class);
        for (int i = 1; i <= EVENTS; i++) {
            var organisation = "organisation-" + i % 4;
            scribe.save(
                    i % 3 == 0
                            ? new CreditFlagLifted(
                                    organisation,
                                    new CreditFlag("flag-1", "DISHONEST", "2026-01-01", null, "t"))
                            : Scribe.flag(organisation));
        }
        Witness.of(database).awaitDrained(STREAM, Duration.ofMinutes(3));
        return new FeedService(database, context);
    }

    /** As an operator; all types without any. */
    FeedService granted(String reader, String... types) throws Exception {
        var body =
                types.length == 0
                        ? Map.of("reason", "a test")
                        : Map.of("reason", "a test", "types", types);
        operate("PUT", STREAM + "/" + reader, body, 200);
        return this;
    }

    JsonNode operate(String method, String path, Object body, int status) throws Exception {
        return expect(
                status,
                send(
                        method,
                        "admin/feed-readers" + (path.startsWith("?") ? "" : "/") + path,
                        body,
                        "OPERATOR",
                        "op-1"));
    }

    JsonNode read(String reader, String query, int status) throws Exception {
        return expect(status, send("GET", "feed/" + STREAM + query, "", "REGULATOR", reader));
    }

    JsonNode standing(String reader) throws Exception {
        return read(reader, "/reader", 200);
    }

    JsonNode acknowledge(String reader, long position, String hash, int status) throws Exception {
        var body = Map.of("position", position, "chainHash", hash);
        var path = "feed/" + STREAM + "/acknowledgement";
        return expect(status, send("POST", path, body, "REGULATOR", reader));
    }

    JsonNode acknowledgeTopic(String reader, long position, String hash, int status)
            throws Exception {
        var body = Map.of("position", position, "chainHash", hash, "way", "TOPIC");
        var path = "feed/" + STREAM + "/acknowledgement";
        return expect(status, send("POST", path, body, "REGULATOR", reader));
    }

    JsonNode acknowledge(String reader, long position) throws Exception {
        return acknowledge(reader, position, hashAt(position), 200);
    }

    String hashAt(long position) {
        return Witness.of(database)
                .jdbc()
                .sql(
                        "select encode(hash, 'hex') from journal_link where stream = ? and position"
                                + " = ?")
                .params(STREAM, position)
                .query(String.class)
                .single();
    }

    /** In the journal, by type and aggregate. */
    long entries(String type, String subject) {
        return Witness.of(database)
                .jdbc()
                .sql("select count(*) from journal_entry where type = ? and subject = ?")
                .params(type, subject)
                .query(Long.class)
                .single();
    }

    /** Position of a page's first. */
    static long first(JsonNode page) {
        return page.at("/events/0/position").longValue();
    }

    /** Past the application: what time or a disaster would have done. */
    void change(String sql, Object... values) {
        assertThat(Witness.of(database).jdbc().sql(sql).params(values).update()).isPositive();
    }

    HttpResponse<String> send(
            String method, String path, Object body, String role, String subject, String... headers)
            throws Exception {
        var port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + API + path))
                        .header(
                                "Authorization",
                                "Bearer " + Infra.issuer().token(subject, null, role));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (body.equals("")) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(
                            method,
                            BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)));
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    static JsonNode expect(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }

    static String code(JsonNode problem) {
        return problem.path("code").stringValue();
    }

    @Override
    public void close() {
        context.close();
    }
}
