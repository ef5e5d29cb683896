package org.whitelane.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.whitelane.gateway.Backend;
import org.whitelane.testing.Infra;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** By which quotas this door counts an operation stands in its service's document. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "whitelane.gateway.limits.anonymous.quota=10000",
            "whitelane.gateway.limits.client.quota=10000"
        })
class DocumentedLimitsTests {

    private static final Backend BACKEND = new Backend();
    private static final Path DOCUMENTS = Path.of("../docs/api");

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort private int port;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        Infra.issuer().properties().forEach((name, value) -> properties.add(name, () -> value));
        for (var service : new String[] {"registry", "approval", "notification", "whitelist"}) {
            properties.add("whitelane.services." + service, BACKEND::uri);
        }
    }

    @AfterAll
    static void stop() {
        BACKEND.close();
    }

    private record Documented(String method, String path, List<String> policies) {}

    @Test
    void anOperationIsCountedAsItsDocumentSays() throws Exception {
        var operations = documented();
        assertThat(operations).hasSizeGreaterThan(60);
        for (var operation : operations) {
            var counted = new TreeSet<>(List.of(policy(operation, null), policy(operation, "me")));
            counted.add("in-flight");
            if (counted.contains("token")) {
                counted.add("credential"); // counts what the issuer refuses, and shows when full
            }
            assertThat(operation.policies())
                    .as("%s %s", operation.method(), operation.path())
                    .containsExactlyInAnyOrderElementsOf(counted);
        }
    }

    /** The one that the answer names. */
    private String policy(Documented operation, @Nullable String subject) throws Exception {
        var target = operation.path().replaceAll("\\{\\w+}", "1");
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target))
                        .method(operation.method(), BodyPublishers.noBody());
        if (subject != null) {
            var token = Infra.issuer().token(subject, "organisation", "AUDITOR");
            request.header("Authorization", "Bearer " + token);
        }
        var answer = http.send(request.build(), BodyHandlers.ofString());
        return answer.headers()
                .firstValue("RateLimit-Policy")
                .orElseThrow()
                .replaceAll("\"([a-z-]+)\".*", "$1");
    }

    private static List<Documented> documented() throws IOException {
        var operations = new ArrayList<Documented>();
        try (var files = Files.list(DOCUMENTS)) {
            files.filter(file -> file.toString().endsWith(".openapi.json"))
                    .map(file -> JsonMapper.shared().readTree(file.toFile()))
                    .forEach(document -> read(document, operations));
        }
        return operations;
    }

    private static void read(JsonNode document, List<Documented> into) {
        for (var path : document.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var reference = operation.getValue().at("/responses/429/$ref").asString();
                var policies = document.at(reference.substring(1)).path("x-policies");
                into.add(
                        new Documented(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                policies.valueStream().map(JsonNode::asString).toList()));
            }
        }
    }
}
