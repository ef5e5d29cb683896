package org.whitelane.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.whitelane.embedded.Ports;
import org.whitelane.embedded.Postgres;
import org.whitelane.testing.Infra;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;

/**
 * Database, broker and a handler's own part being away: the consumer waits, parks nothing, and goes
 * on by itself.
 */
@Tag("slow")
class InboxOutageTests {

    @TempDir static Path folder;

    @Test
    void waitsForWhateverIsAway() {
        Infra.recreateTopics();
        int port = Ports.free();
        var postgres = Postgres.start(folder, port, false);
        var database = postgres.provision("inbox");
        try (var application = InboxTestApplication.start(database, "patient");
                var wire = new Wire()) {
            var effects = application.getBean(Effects.class);
            send(wire, 1, 20);
            await().atMost(Wire.SOON).until(() -> effects.count() == 100);

            postgres.close();
            send(wire, 21, 40);
            awaitWaiting(application);
            postgres = Postgres.start(folder, port, false);
            await().atMost(Wire.SOON).until(() -> effects.count() == 200);

            effects.everywhere = () -> new Unavailable("SMTP is away", null);
            send(wire, 41, 50);
            awaitWaiting(application);
            effects.everywhere = null;
            await().atMost(Wire.SOON).until(() -> effects.count() == 250);

            Infra.stopBroker();
            var containers = application.getBean(InboxContainers.class);
            await().during(Duration.ofSeconds(3)).until(() -> containers.isRunning("patient"));
            Infra.startBroker();
            send(wire, 51, 60);
            await().atMost(Wire.SOON).until(() -> effects.count() == 300);
            Wire.awaitCaughtUp(application);

            assertOnceInOrder(application, effects);
        } finally {
            postgres.close();
        }
    }

    private static void send(Wire wire, long from, long to) {
        for (long version = from; version <= to; version++) {
            for (int a = 0; a < 5; a++) {
                wire.send(Records.event("patient-" + a, version));
            }
        }
    }

    private static void awaitWaiting(ApplicationContext application) {
        var listener = application.getBean(InboxListeners.class).all().getFirst();
        await().atMost(Wire.SOON).until(() -> listener.waitingFor() != null);
        // several rounds of waiting, not only the first refusal
        await().pollDelay(Duration.ofSeconds(3))
                .atMost(Wire.SOON)
                .until(() -> listener.waitingFor() != null);
    }

    private static void assertOnceInOrder(ApplicationContext application, Effects effects) {
        for (int a = 0; a < 5; a++) {
            assertThat(effects.versions("patient-" + a))
                    .isEqualTo(LongStream.rangeClosed(1, 60).boxed().toList());
        }
        var parked =
                application
                        .getBean(JdbcClient.class)
                        .sql("select count(*) from inbox_parked")
                        .query(Long.class)
                        .single();
        assertThat(parked).isZero();
    }
}
