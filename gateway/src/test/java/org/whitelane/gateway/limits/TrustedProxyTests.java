package org.whitelane.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A deployment behind a load balancer, which it names; nobody else is believed. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "server.forward-headers-strategy=native",
            "server.tomcat.remoteip.internal-proxies=127\\.2\\.0\\.1",
            "whitelane.gateway.limits.anonymous.quota=1",
            "whitelane.gateway.limits.anonymous.window=10m"
        })
class TrustedProxyTests {

    @LocalServerPort private int port;

    @Test
    void believesTheNamedProxyOnly() throws Exception {
        var proxy = Outsider.from("127.2.0.1", port);
        var stranger = Outsider.from("127.2.0.2", port);

        assertThat(status(proxy, "203.0.113.1")).isNotEqualTo(429);
        assertThat(status(proxy, "203.0.113.1")).isEqualTo(429);
        assertThat(status(proxy, "203.0.113.2")).isNotEqualTo(429);
        assertThat(status(proxy, "203.0.113.99, 203.0.113.2"))
                .as("what the caller wrote before the proxy did")
                .isEqualTo(429);
        assertThat(status(stranger, "203.0.113.3")).isNotEqualTo(429);
        assertThat(status(stranger, "203.0.113.4")).isEqualTo(429);
    }

    private static int status(Outsider outsider, String forwardedFor) throws Exception {
        return outsider.get("/nowhere", "X-Forwarded-For", forwardedFor).statusCode();
    }
}
