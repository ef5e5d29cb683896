package org.whitelane.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A body that ends before its end, whatever the method: the caller's fault, never ours. */
@ExtendWith(OutputCaptureExtension.class)
class BrokenOffTests extends GatewayTest {

    /** Needs no token for any of these methods. */
    private static final String PATH = "/mail/unsubscribe?token=abc";

    @Autowired private CircuitBreakerRegistry breakers;

    @AfterEach
    void theDoorStaysOpen() {
        assertThat(breakers.circuitBreaker("notification").getState())
                .isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, Transfer-Encoding: chunked, ''",
        "GET, Transfer-Encoding: chunked, '5\\r\\nab'",
        "GET, Transfer-Encoding: chunked, '2\\r\\nab\\r\\n'",
        "GET, Transfer-Encoding: chunked, 'xyz\\r\\n'",
        "GET, Content-Length: 10, 'ab'",
        "GET, Content-Length: 10, ''",
        "POST, Transfer-Encoding: chunked, ''",
        "POST, Transfer-Encoding: chunked, '5\\r\\nab'",
        "POST, Transfer-Encoding: chunked, 'xyz\\r\\n'",
        "POST, Content-Length: 10, 'ab'"
    })
    void isTheCallersFault(String method, String framing, String body, CapturedOutput printed)
            throws IOException {
        for (var type : new String[] {"", "Content-Type: application/json\r\n"}) {
            var answer = answer(method, type + framing, body.replace("\\r\\n", "\r\n"));
            assertThat(answer).startsWith("HTTP/1.1 400");
            var problem = answer.substring(answer.indexOf("\r\n\r\n"));
            assertThat(JsonMapper.shared().readTree(problem).path("code").asString())
                    .isEqualTo("body-incomplete");
        }
        assertThat(printed.getOut().lines().filter(line -> line.contains("ProblemResolver")))
                .as("what no operator can mend")
                .noneMatch(line -> line.contains("\"WARN\""));
    }

    private String answer(String method, String headers, String body) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            var head =
                    "%s %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n\r\n"
                            .formatted(method, PATH, headers);
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
