package org.whitelane.chassis.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whitelane.chassis.edge.Http.problem;
import static org.whitelane.chassis.edge.Http.send;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.testing.Infra;
import org.whitelane.testing.RealParts;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Two requests at a time, one may wait: what the others see. */
@SpringBootTest(
        classes = EdgeApp.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "whitelane.service=edge",
            "whitelane.overload.requests=2",
            "whitelane.overload.waiting=1",
            "whitelane.overload.patience=60s",
            "whitelane.overload.body-time=1s"
        })
@RealParts(broker = false)
@Import(OverloadTests.SlowController.class)
class OverloadTests {

    @LocalServerPort private int port;
    @Autowired private SlowController slow;
    @Autowired private MeterRegistry metrics;

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    @RestController
    static class SlowController {

        volatile CountDownLatch gate = new CountDownLatch(0);

        @GetMapping("/public/slow")
        String slow() throws InterruptedException {
            gate.await();
            return "done";
        }
    }

    @BeforeEach
    void close() {
        slow.gate = new CountDownLatch(1);
    }

    @AfterEach
    void open() {
        slow.gate.countDown();
        callers.close();
    }

    @Test
    void refusesWhatItCannotTakeOnAndFinishesWhatItHas() throws Exception {
        var taken = fill();

        var refused = send(new Http(port).anonymous("/public/me"));

        problem(refused, 503, "overloaded");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("2");
        for (var watched : new String[] {"/actuator/health/readiness", "/actuator/prometheus"}) {
            assertThat(send(new Http(port).anonymous(watched)).statusCode())
                    .as(watched)
                    .isEqualTo(200);
        }
        slow.gate.countDown();
        for (var answer : taken) {
            assertThat(answer.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
        assertThat(send(new Http(port).anonymous("/public/me")).statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyThatDripsLosesItsPlace() throws Exception {
        try (var drip = new Socket("127.0.0.1", port)) {
            drip.setSoTimeout(60_000);
            drip.getOutputStream().write(header());
            callers.execute(() -> dripInto(drip));

            var answer = drip.getInputStream().readNBytes(12);

            assertThat(new String(answer, UTF_8)).isEqualTo("HTTP/1.1 408");
        }
        Awaitility.await().until(() -> count("active") == 0);
    }

    /** Two at work and one waiting. */
    private List<Future<HttpResponse<String>>> fill() {
        var taken = new ArrayList<Future<HttpResponse<String>>>();
        for (int i = 0; i < 3; i++) {
            taken.add(callers.submit(() -> send(new Http(port).anonymous("/public/slow"))));
        }
        Awaitility.await().until(() -> count("active") == 2 && count("waiting") == 1);
        return taken;
    }

    private double count(String what) {
        return metrics.get("whitelane.requests." + what).gauge().value();
    }

    private static byte[] header() {
        return """
        POST /things HTTP/1.1\r
        Host: localhost\r
        Authorization: Bearer %s\r
        Content-Type: application/json\r
        Content-Length: 100000\r
        \r
        {"name":"\
        """
                .formatted(Infra.issuer().token("cred-1", "org-1"))
                .getBytes(UTF_8);
    }

    /** Never silent for long enough to be taken for gone. */
    private static void dripInto(Socket socket) {
        try {
            while (!socket.isClosed()) {
                socket.getOutputStream().write('a');
                Thread.sleep(100);
            }
        } catch (IOException e) {
            // it was answered and closed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
