package org.whitelane.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.context.ConfigurableApplicationContext;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** A projection on a real topic, and the operator's door to it. */
abstract class RebuildBench {

    static final String CONSUMER = "projected";
    static final int AGGREGATES = 20;
    static final String REASON = "{\"reason\":\"restored from last night\"}";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    Database database = Infra.freshDatabase("inbox");
    final List<ConfigurableApplicationContext> instances = new ArrayList<>();
    Wire wire = new Wire();

    @BeforeEach
    void begin() {
        Infra.recreateTopics();
        wire.close();
        wire = new Wire();
    }

    @AfterEach
    void stop() {
        wire.close();
        instances.forEach(ConfigurableApplicationContext::close);
    }

    ConfigurableApplicationContext instance(String... settings) {
        var more =
                new HashMap<>(
                        Map.of(
                                "server.port",
                                "0",
                                "test.projection",
                                "true",
                                "whitelane.inbox.poll-records",
                                "10"));
        for (int i = 0; i < settings.length; i += 2) {
            more.put(settings[i], settings[i + 1]);
        }
        var instance = InboxTestApplication.start(database, CONSUMER, more);
        instances.add(instance);
        return instance;
    }

    void send(long from, long to) {
        var records = new ArrayList<Records>();
        for (long version = from; version <= to; version++) {
            for (int a = 0; a < AGGREGATES; a++) {
                records.add(Records.event("projected-" + a, version));
            }
        }
        wire.send(records);
    }

    static Effects effects(ConfigurableApplicationContext instance) {
        return instance.getBean(Effects.class);
    }

    void awaitCount(ConfigurableApplicationContext instance, long count) {
        await().atMost(Wire.SOON).until(() -> effects(instance).count() == count);
    }

    void assertOnceInOrder(ConfigurableApplicationContext instance, long versions) {
        for (int a = 0; a < AGGREGATES; a++) {
            assertThat(effects(instance).versions("projected-" + a))
                    .isEqualTo(LongStream.rangeClosed(1, versions).boxed().toList());
        }
    }

    HttpResponse<String> askForRebuild(ConfigurableApplicationContext instance, String role)
            throws Exception {
        return post(instance, CONSUMER + "/rebuild", REASON, role);
    }

    static HttpResponse<String> post(
            ConfigurableApplicationContext instance, String path, String body, String role)
            throws Exception {
        var request = request(instance, "/" + path, role).POST(BodyPublishers.ofString(body));
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    static JsonNode projection(ConfigurableApplicationContext instance) throws Exception {
        var answer = HTTP.send(request(instance, "", "AUDITOR").build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body()).get("items").get(0);
    }

    static void awaitDone(ConfigurableApplicationContext instance) {
        await().atMost(Wire.SOON)
                .until(() -> projection(instance).at("/rebuild/state").asString().equals("DONE"));
    }

    private static HttpRequest.Builder request(
            ConfigurableApplicationContext instance, String path, String role) {
        var port = instance.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(
                        URI.create(
                                "http://127.0.0.1:%s/api/v1/notification/admin/consumers%s"
                                        .formatted(port, path)))
                .header("Authorization", "Bearer " + Infra.issuer().token("officer-7", null, role))
                .header("Content-Type", "application/json");
    }
}
