package org.whitelane.verify;

import static org.awaitility.Awaitility.await;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.whitelane.chassis.journal.Journal;
import org.whitelane.chassis.journal.PrivatePart;
import org.whitelane.embedded.Database;
import org.whitelane.events.RegistryEvent.CreditFlag;
import org.whitelane.events.RegistryEvent.CreditFlagRaised;
import org.whitelane.events.Topic;
import org.whitelane.testing.Infra;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;

/** A service that has nothing but the journal: real PostgreSQL, real Kafka, real feed. */
final class VerifiedService implements AutoCloseable {

    static final String STREAM = Topic.ORGANISATION.topicName();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path folder;
    private final Database database;
    private final ConfigurableApplicationContext context;

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}

    VerifiedService(Path folder) throws IOException {
        this.folder = folder;
        Infra.recreateTopics();
        database = Infra.freshDatabase("verified");
        var key = Base64.getEncoder().encodeToString(new byte[32]);
        var properties = new HashMap<String, Object>(Infra.properties(database));
        properties.putAll(Infra.issuer().properties());
        properties.put("server.port", "0");
        properties.put("spring.kafka.bootstrap-servers", Infra.bootstrapServers());
        properties.put("whitelane.service", "registry");
        properties.put("whitelane.api-path", "registry");
        properties.put(
                "whitelane.checkpoints.key-file",
                Files.writeString(folder.resolve("signing.key"), key).toString());
        properties.put("spring.main.banner-mode", "off");
        properties.put("logging.level.root", "warn");
        context =
                new SpringApplicationBuilder(Application.class)
                        .web(WebApplicationType.SERVLET)
                        .properties(properties)
                        .run();
    }

    void save(int count) {
        var journal = context.getBean(Journal.class);
        var transaction =
                new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        for (int i = 0; i < count; i++) {
            var flag = new CreditFlag("flag-" + i, "DISHONEST", "2026-01-01", null, "测试 \"test\"");
            var event = new CreditFlagRaised("organisation-" + i % 5, flag);
            transaction.executeWithoutResult(_ -> journal.append(event, PrivatePart.by("nobody")));
        }
        await().atMost(PATIENCE).until(() -> published() == saved());
    }

    private long published() {
        return count("select coalesce(max(position), 0) from journal_published where stream = ?");
    }

    private long saved() {
        return count("select count(*) from journal_entry where stream = ?");
    }

    private long count(String sql) {
        return superuser().sql(sql).param(STREAM).query(Long.class).single();
    }

    /** Who may do anything, triggers or not: the attacker. */
    JdbcClient superuser() {
        var role = Infra.superuser();
        var source = new DriverManagerDataSource(database.url(), role.username(), role.password());
        return JdbcClient.create(source);
    }

    /** Takes a checkpoint and keeps it, as a regulator would. */
    Path checkpoint(String name) throws Exception {
        long last = published();
        send("admin/checkpoints", "OPERATOR", true);
        await().atMost(PATIENCE)
                .until(
                        () ->
                                send("checkpoints/" + STREAM + "/at/" + last, "REGULATOR", false)
                                                .statusCode()
                                        == 200);
        return keep(name, "checkpoints/" + STREAM + "/newest");
    }

    Path key() throws Exception {
        return keep("key.jwk", "checkpoint-keys");
    }

    private Path keep(String name, String path) throws Exception {
        return Files.writeString(folder.resolve(name), send(path, "REGULATOR", false).body());
    }

    private HttpResponse<String> send(String path, String role, boolean post) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(base() + path))
                        .header("Authorization", "Bearer " + token(role));
        if (post) {
            request.POST(HttpRequest.BodyPublishers.noBody());
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    String token(String role) {
        return Infra.issuer().token("sub-" + role, null, role);
    }

    String feed() {
        return base() + "feed/" + STREAM;
    }

    private String base() {
        var port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return "http://127.0.0.1:" + port + "/api/v1/registry/";
    }

    @Override
    public void close() {
        context.close();
    }
}
