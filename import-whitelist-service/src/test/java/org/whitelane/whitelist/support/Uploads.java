package org.whitelane.whitelist.support;

import org.jspecify.annotations.Nullable;
import org.whitelane.testing.Infra;
import org.whitelane.whitelist.core.Officer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

/** Files of requests, as their callers send and read them. */
public final class Uploads {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    public Uploads(int port) {
        this.port = port;
    }

    /** Begins as such a file does, and goes on with noise that is always the same. */
    public static byte[] pdf(int size, int seed) {
        var bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        System.arraycopy(
                "%PDF-".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, bytes, 0, 5);
        return bytes;
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String digest(byte[] bytes) {
        return "sha-256=:%s:"
                .formatted(
                        Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256(bytes))));
    }

    /** As it should be. */
    public WhitelistApi.Answer attach(Officer officer, String request, String type, byte[] bytes) {
        return attach(
                officer,
                request + "/documents?type=" + type,
                "application/pdf",
                digest(bytes),
                UUID.randomUUID().toString(),
                BodyPublishers.ofByteArray(bytes));
    }

    public WhitelistApi.Answer attach(
            Officer officer,
            String path,
            @Nullable String contentType,
            @Nullable String digest,
            @Nullable String key,
            BodyPublisher body) {
        var call = request(officer, path).POST(body);
        if (contentType != null) {
            call.header("Content-Type", contentType);
        }
        if (digest != null) {
            call.header("Content-Digest", digest);
        }
        if (key != null) {
            call.header("Idempotency-Key", key);
        }
        return answer(call);
    }

    /** Many drafts at once; an answer for each. */
    public List<JsonNode> lines(Officer officer, List<Map<String, Object>> drafts) {
        var body = drafts.stream().map(JSON::writeValueAsString).collect(Collectors.joining("\n"));
        var call =
                request(officer, "bulk")
                        .header("Content-Type", "application/x-ndjson")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofString(body));
        return send(call, BodyHandlers.ofString()).body().lines().map(JSON::readTree).toList();
    }

    public WhitelistApi.Answer delete(Officer officer, String path) {
        return answer(request(officer, path).DELETE());
    }

    public HttpResponse<byte[]> read(Officer officer, String path, String... headers) {
        var call = request(officer, path).GET();
        if (headers.length > 0) {
            call.headers(headers);
        }
        return send(call, BodyHandlers.ofByteArray());
    }

    private WhitelistApi.Answer answer(HttpRequest.Builder call) {
        var answer = send(call, BodyHandlers.ofString());
        return new WhitelistApi.Answer(answer.statusCode(), JSON.readTree(answer.body()), answer);
    }

    private HttpRequest.Builder request(Officer officer, String path) {
        return HttpRequest.newBuilder(
                        URI.create(
                                "http://127.0.0.1:%d/api/v1/whitelist/requests/%s"
                                        .formatted(port, path)))
                .header("Authorization", "Bearer " + token(officer));
    }

    public static String token(Officer officer) {
        return Infra.issuer()
                .token(
                        officer.subject(),
                        officer.organisation(),
                        officer.roles().toArray(String[]::new));
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder call, BodyHandler<T> handler) {
        try {
            return http.send(call.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
