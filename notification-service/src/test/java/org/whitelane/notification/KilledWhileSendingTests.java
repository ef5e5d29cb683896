package org.whitelane.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.whitelane.embedded.Database;
import org.whitelane.embedded.Ports;
import org.whitelane.notification.support.NotificationApi;
import org.whitelane.notification.support.ScriptedSmtp;
import org.whitelane.notification.support.ScriptedSmtp.Delivered;
import org.whitelane.notification.support.SuiteEvents;
import org.whitelane.notification.support.SuiteEvents.Published;
import org.whitelane.testing.Infra;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The service as a process of its own, killed at random instants while events come in and mails go
 * out.
 */
@Tag("slow")
class KilledWhileSendingTests {

    private static final int KILLS = 20;
    private static final int SUBSCRIBERS = 15;

    /** Mails that may wait at once: enough for every kill to fall into work, and no long end. */
    private static final int BACKLOG = 600;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final Database database = Infra.database("notification_killed");
    private final JdbcClient jdbc = JdbcClient.create(dataSource(database));
    private final List<Published> events = new ArrayList<>();

    @Test
    void losesNoMailAndDoublesOnlyWhatItListsAsUncertain() throws Exception {
        System.out.println("seed of the random instants: " + seed);
        try (var smtp = new ScriptedSmtp()) {
            smtp.up();
            var process = started(smtp.port());
            subscribers();
            var publishing = new AtomicBoolean(true);
            var publisher = Thread.ofPlatform().start(() -> publishWhile(publishing));
            for (int n = 1; n <= KILLS; n++) {
                awaitProgress();
                var instant = Duration.ofMillis(1 + random.nextInt(1000));
                await().pollDelay(instant).until(() -> true);
                process.destroyForcibly().waitFor();
                System.out.printf(
                        "kill %d after %d ms: %d events published, %s%n",
                        n, instant.toMillis(), events.size(), situation());
                process = started(smtp.port());
            }
            publishing.set(false);
            publisher.join();
            everyMailArrived(smtp);
            process.destroy();
            assertThat(process.waitFor()).as("exit code at SIGTERM").isEqualTo(143);
        }
    }

    private void everyMailArrived(ScriptedSmtp smtp) {
        int expected = events.size() * SUBSCRIBERS;
        await().atMost(Duration.ofMinutes(3)).until(() -> sent() == expected);
        var arrived =
                smtp.all().stream()
                        .collect(
                                Collectors.groupingBy(Delivered::messageId, Collectors.counting()));
        long doubled = arrived.values().stream().filter(n -> n > 1).count();
        long surplus = arrived.values().stream().mapToLong(n -> n - 1).sum();
        long uncertain = count("select count(*) from attempt where outcome = 'UNCERTAIN'");
        System.out.printf(
                "%d mails, %d arrived twice, %d attempts uncertain%n",
                expected, doubled, uncertain);
        assertThat(arrived).hasSize(expected);
        assertThat(surplus).isLessThanOrEqualTo(uncertain);
        assertThat(uncertain)
                .as("two workers, one mail in hand each")
                .isLessThanOrEqualTo(2L * KILLS);
        assertThat(count("select count(*) from message where uncertain"))
                .isGreaterThanOrEqualTo(doubled);
    }

    /** A kill before the first mail of this life would test nothing new. */
    private void awaitProgress() {
        long before = sent();
        await().atMost(Duration.ofMinutes(2)).until(() -> sent() > before);
    }

    private String situation() {
        return "%d mails queued, %d in hand, %d sent"
                .formatted(
                        count("select count(*) from message where status = 'QUEUED'"),
                        count("select count(*) from attempt where outcome = 'SENDING'"),
                        sent());
    }

    private void publishWhile(AtomicBoolean going) {
        while (going.get()) {
            var event = Published.now(1, SuiteEvents.ind(UUID.randomUUID().toString(), "sponsor"));
            events.add(event);
            SuiteEvents.publish(event);
            // a process that starts slowly must not find hours of mail
            while (going.get() && events.size() * SUBSCRIBERS - sent() >= BACKLOG) {
                await().pollDelay(Duration.ofMillis(50)).until(() -> true);
            }
        }
    }

    private long sent() {
        return count("select count(*) from message where status = 'SENT'");
    }

    private void subscribers() {
        for (int n = 0; n < SUBSCRIBERS; n++) {
            jdbc.sql(
                            """
                            insert into subscription (id, email, locale, criteria, status, requested_at, confirmed_at)
                            values (gen_random_uuid(), :email, 'EN', '{"is":"all","parts":[]}', 'ACTIVE', now(), now())\
                            """)
                    .param("email", "hasty" + n + "@killed.example")
                    .update();
        }
    }

    /** Running, and answering. */
    private Process started(int smtpPort) throws IOException {
        int port = Ports.free();
        var settings =
                Stream.concat(
                        Stream.of(Infra.properties(database), Infra.issuer().properties())
                                .flatMap(m -> m.entrySet().stream())
                                .map(e -> "--" + e.getKey() + "=" + e.getValue()),
                        Stream.of(
                                "--server.port=" + port,
                                "--spring.mail.port=" + smtpPort,
                                "--spring.kafka.bootstrap-servers=" + Infra.bootstrapServers(),
                                "--whitelane.service=notification-killed",
                                // known to the broker again at once, instead of after a dead one's
                                // time-out
                                "--spring.kafka.consumer.properties.group.instance.id=only",
                                "--whitelane.notification.delivery.rate-per-second=1000",
                                "--whitelane.notification.delivery.lease=2s",
                                "--whitelane.notification.delivery.renewal=500ms"));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command =
                new ArrayList<>(
                        List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        NotificationApplication.class.getName()));
        settings.forEach(command::add);
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(new File("target/killed-" + port + ".log"))
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        var api = new NotificationApi(port);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> api.get("/actuator/health/readiness").statusCode() == 200);
        return process;
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static DriverManagerDataSource dataSource(Database database) {
        return new DriverManagerDataSource(
                database.url(), database.app().username(), database.app().password());
    }
}
