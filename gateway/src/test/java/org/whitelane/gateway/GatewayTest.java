package org.whitelane.gateway;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.whitelane.testing.Infra;

/** The door as it ships, with a stand-in behind it; one context for all who extend this. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class GatewayTest {

    /** Lives as long as the context, which nobody closes before the JVM ends. */
    static final Backend BACKEND = new Backend();

    @LocalServerPort int port;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry properties) {
        Infra.issuer().properties().forEach((name, value) -> properties.add(name, () -> value));
        properties.add("whitelane.services.registry", BACKEND::uri);
        properties.add("whitelane.services.approval", BACKEND::uri);
        properties.add("whitelane.services.notification", BACKEND::uri);
        properties.add(
                "whitelane.services.whitelist", () -> "http://127.0.0.1:9"); // nobody answers there
    }

    @BeforeEach
    void forget() {
        BACKEND.received().clear();
        BACKEND.answerWith(200);
        BACKEND.hangUp(false);
    }
}
