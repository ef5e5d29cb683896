package org.whitelane.whitelist.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whitelane.whitelist.support.Table.draft;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.whitelane.testing.Infra;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.ServiceTestBase;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Many drafts in one body: each line stands for itself, and none can break the service. */
class BulkTests extends ServiceTestBase {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String GOOD = JSON.writeValueAsString(draft("Dextran", "9004-54-0"));

    @Autowired private JdbcClient db;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Officer applicant =
            new Officer("bulk", UUID.randomUUID().toString(), Set.of("APPLICANT_ADMIN"));

    @Test
    void answersEachLineInItsPlace() {
        var body = GOOD + "\n{\"scheme\": 7}\r\n\n" + GOOD + "\r\n" + GOOD;
        var lines = lines(send(body, key(), ""));

        assertThat(lines)
                .extracting(l -> l.path("index").asInt() + " " + l.path("status").asInt())
                .containsExactly("0 201", "1 400", "2 400", "3 201", "4 201");
        assertThat(lines.getFirst().at("/request/number").asString())
                .matches("TJ-2022-20\\d\\d-\\d{6}");
        assertThat(lines.get(1).at("/problem/faults").valueStream())
                .extracting(f -> f.path("pointer").asString())
                .contains("/scheme", "/kind", "/project", "/commitmentSignedOn");
        assertThat(requests()).isEqualTo(3);
    }

    @Test
    void repeatsEachLineByTheRequestsKey() {
        var key = key();
        var first = send(GOOD + "\nnothing\n" + GOOD, key, "");
        var mended = send(GOOD + "\n" + GOOD + "\n" + GOOD, key, "");

        assertThat(requests()).isEqualTo(3);
        assertThat(lines(mended).get(0)).isEqualTo(lines(first).get(0));
        assertThat(lines(mended).get(2)).isEqualTo(lines(first).get(2));
        assertThat(lines(mended).get(1).path("status").asInt()).isEqualTo(201);
        var other = send(GOOD.replace("5000", "4000"), key, "");
        assertThat(lines(other).getFirst().at("/problem/code").asString())
                .isEqualTo("idempotency-key-reused");
        assertThat(requests()).isEqualTo(3);
    }

    @Test
    void triesWithoutKeepingAnything() {
        var lines = lines(send(GOOD + "\nnothing", null, "?dryRun=true"));

        assertThat(lines).extracting(l -> l.path("status").asInt()).containsExactly(200, 400);
        assertThat(lines.getFirst().at("/request/number").asString()).endsWith("-000000");
        assertThat(requests()).isZero();
    }

    @Test
    void takesOnlyLinesOfWhoMay() {
        assertThat(send(GOOD, null, "").statusCode()).isEqualTo(400);
        assertThat(send(GOOD, key(), "?dryRun=perhaps").statusCode()).isEqualTo(400);
        var json = request(applicant, "", "application/json").header("Idempotency-Key", key());
        assertThat(answer(json.POST(BodyPublishers.ofString(GOOD))).statusCode()).isEqualTo(415);
        var auditor = new Officer("auditor", null, Set.of("AUDITOR"));
        var theirs = request(auditor, "", "application/x-ndjson").header("Idempotency-Key", key());
        assertThat(answer(theirs.POST(BodyPublishers.ofString(GOOD))).statusCode()).isEqualTo(403);
        assertThat(send("{}\n".repeat(10_001), key(), "").statusCode()).isEqualTo(413);
    }

    @Test
    @Tag("slow")
    void survivesTenThousandHostileLines() {
        var hostile = hostileLines();
        var body = new ByteArrayOutputStream();
        for (int i = 0; i < 10_000; i++) {
            body.writeBytes(
                    i % 500 == 0
                            ? GOOD.getBytes(StandardCharsets.UTF_8)
                            : hostile.get(i % hostile.size()));
            body.write('\n');
        }
        var answer = send(body.toByteArray(), key(), "");

        var lines = lines(answer);
        assertThat(lines).hasSize(10_000);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(lines.get(i).path("index").asInt()).isEqualTo(i);
            var status = lines.get(i).path("status").asInt();
            if (i % 500 == 0) {
                assertThat(status).isEqualTo(201);
            } else {
                assertThat(status).as("line %d", i).isBetween(400, 499);
            }
        }
        assertThat(requests()).isEqualTo(20);
    }

    private static List<byte[]> hostileLines() {
        var lines = new ArrayList<byte[]>();
        for (var text :
                List.of(
                        "",
                        "   ",
                        "{",
                        "[]",
                        "null",
                        "\"text\"",
                        "{}{}",
                        "{\"a\": 1e999999999}",
                        "[".repeat(5_000),
                        "{\"a\":".repeat(2_000),
                        GOOD.replace("\"kind\"", "\"kind\":\"NEW\",\"kind\""),
                        GOOD.replace("Dextran", "\\ud800"),
                        GOOD.replace("Dextran", "\\u0000"),
                        GOOD.replace("\"5000\"", "5000"),
                        GOOD.replace("9004-54-0", "9004-54-1"),
                        GOOD.replace("TJ-2022", "XX-2022"),
                        "\ufeff" + GOOD,
                        "{\"articles\": [" + "[],".repeat(9_000) + "[]]}")) {
            lines.add(text.getBytes(StandardCharsets.UTF_8));
        }
        lines.add(new byte[] {(byte) 0xff, (byte) 0xfe, 0x7b, 0x7d});
        lines.add(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80});
        return lines;
    }

    @Test
    void skipsALineThatIsTooLong() {
        var overlong = GOOD.replace("Dextran", "x".repeat(1_100_000));
        var lines = lines(send(overlong + "\n" + GOOD, key(), ""));

        assertThat(lines).extracting(l -> l.path("status").asInt()).containsExactly(413, 201);
        assertThat(lines.getFirst().at("/problem/code").asString()).isEqualTo("line-too-large");
    }

    private long requests() {
        return db.sql("select count(*) from request where organisation = :organisation")
                .param("organisation", applicant.organisation())
                .query(Long.class)
                .single();
    }

    private HttpResponse<String> send(String body, @Nullable String key, String query) {
        return send(body.getBytes(StandardCharsets.UTF_8), key, query);
    }

    private HttpResponse<String> send(byte[] body, @Nullable String key, String query) {
        var request = request(applicant, query, "application/x-ndjson");
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return answer(request.POST(BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder request(Officer officer, String query, String type) {
        var token =
                Infra.issuer()
                        .token(
                                officer.subject(),
                                officer.organisation(),
                                officer.roles().toArray(String[]::new));
        return HttpRequest.newBuilder(
                        URI.create(
                                "http://127.0.0.1:%d/api/v1/whitelist/requests/bulk%s"
                                        .formatted(port, query)))
                .header("Content-Type", type)
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<JsonNode> lines(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/x-ndjson");
        return answer.body().lines().map(JSON::readTree).toList();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
