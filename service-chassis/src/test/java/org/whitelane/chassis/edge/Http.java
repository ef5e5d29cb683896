package org.whitelane.chassis.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.whitelane.chassis.security.Role;
import org.whitelane.testing.Infra;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;

/** A caller over real HTTP. */
final class Http {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final int port;

    Http(int port) {
        this.port = port;
    }

    HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    HttpRequest.Builder as(String path, Role... roles) {
        return by("cred-1", "org-1", path, roles);
    }

    HttpRequest.Builder by(String subject, String organisation, String path, Role... roles) {
        var names = Arrays.stream(roles).map(Role::name).toArray(String[]::new);
        return with(Infra.issuer().token(subject, organisation, names), path);
    }

    HttpRequest.Builder with(String token, String path) {
        return anonymous(path).header("Authorization", "Bearer " + token);
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    /** Checks what every problem has. */
    static JsonNode problem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        var problem = json(answer);
        assertThat(problem.get("code").stringValue()).isEqualTo(code);
        assertThat(problem.get("type").stringValue())
                .isEqualTo("https://whitelane.org/problems/" + code);
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("correlationId").stringValue())
                .isEqualTo(answer.headers().firstValue("X-Correlation-Id").orElseThrow());
        return problem;
    }
}
