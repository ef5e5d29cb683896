package org.whitelane.chassis.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whitelane.chassis.edge.Http.problem;
import static org.whitelane.chassis.edge.Http.send;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.util.AopTestUtils;
import org.whitelane.testing.RealParts;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** All connections of the database are in use. */
@SpringBootTest(
        classes = StoreApp.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "whitelane.service=edge",
            "spring.flyway.locations=classpath:db/edge",
            "spring.datasource.hikari.maximum-pool-size=1",
            "spring.datasource.hikari.connection-timeout=300"
        })
@RealParts(value = "edge", broker = false)
class PoolTests {

    @LocalServerPort private int port;
    @Autowired private StoreApp.ItemController proxied;

    @Test
    void whoGetsNoConnectionInTimeIsAskedToComeBack() throws Exception {
        var items = AopTestUtils.<StoreApp.ItemController>getTargetObject(proxied);
        items.reached = new CountDownLatch(1);
        items.goOn = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(() -> send(create("first")));
        try {
            assertThat(items.reached.await(60, TimeUnit.SECONDS)).isTrue();

            var second = send(create("second"));

            problem(second, 503, "temporarily-unavailable");
            assertThat(second.headers().firstValue("Retry-After")).isPresent();
        } finally {
            items.goOn.countDown();
        }
        assertThat(first.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
        assertThat(send(create("second")).statusCode()).isEqualTo(201);
    }

    private HttpRequest.Builder create(String name) {
        return new Http(port)
                .as("/items")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "pool-" + name)
                .POST(BodyPublishers.ofString("{\"name\":\"%s\"}".formatted(name)));
    }
}
