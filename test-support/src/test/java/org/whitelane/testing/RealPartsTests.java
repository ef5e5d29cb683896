package org.whitelane.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.whitelane.events.Topic;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.Map;

@SpringBootTest(
        classes = RealPartsTests.Nothing.class,
        properties = "whitelane.security.issuers[0].key-set-uri=said by the test")
@RealParts("parts")
class RealPartsTests {

    @Autowired Environment environment;

    @Test
    void setsTheDatabaseOfEachRole() throws Exception {
        String url = environment.getRequiredProperty("spring.datasource.url");
        for (String role :
                new String[] {
                    "whitelane.journal.relay.username", "whitelane.journal.eraser.username"
                }) {
            String password = environment.getRequiredProperty(role.replace("username", "password"));
            DriverManager.getConnection(url, environment.getRequiredProperty(role), password)
                    .close();
        }
        assertThat(environment.getProperty("spring.datasource.username")).isEqualTo("parts_app");
        assertThat(environment.getProperty("spring.flyway.user")).isEqualTo("parts_owner");
    }

    @Test
    void letsTheTestsOwnPropertiesWin() {
        assertThat(environment.getProperty("whitelane.security.issuers[0].key-set-uri"))
                .isEqualTo("said by the test");
    }

    @Test
    void hasEveryTopicAlsoAfterAnOutageAndAfterRecreation() throws Exception {
        Infra.recreateTopics();
        Infra.stopBroker();
        Infra.startBroker();
        String servers = environment.getRequiredProperty("spring.kafka.bootstrap-servers");
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers))) {
            assertThat(admin.listTopics().names().get())
                    .containsAll(Arrays.stream(Topic.values()).map(Topic::topicName).toList());
        }
    }

    @Test
    void givesAFreshDatabaseEachTime() {
        assertThat(Infra.freshDatabase("journal").name())
                .isNotEqualTo(Infra.freshDatabase("journal").name());
    }

    @Test
    void servesTheKeySetWithoutThePrivateKey() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(Infra.issuer().keySetUri())).build();
            assertThat(http.send(request, BodyHandlers.ofString()).body())
                    .contains("test-key")
                    .doesNotContain("\"d\"");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}
}
