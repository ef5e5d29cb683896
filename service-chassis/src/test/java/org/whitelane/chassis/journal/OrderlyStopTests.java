package org.whitelane.chassis.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.events.Topic;
import org.whitelane.testing.Infra;
import org.whitelane.testing.PatientWaiting;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.concurrent.CountDownLatch;

/** What the last requests save leaves with the instance that took them, not at its next start. */
class OrderlyStopTests {

    private static final String STREAM = Topic.ORGANISATION.topicName();

    /** Saves when it is told to, and answers then. */
    @RestController
    static class SlowController {

        private final Scribe scribe;
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch mayEnd = new CountDownLatch(1);

        SlowController(Scribe scribe) {
            this.scribe = scribe;
        }

        @PostMapping("/slow")
        void save() throws InterruptedException {
            begun.countDown();
            mayEnd.await();
            for (int i = 0; i < 20; i++) {
                scribe.save(Scribe.flag("last-" + i));
            }
        }
    }

    @Test
    void whatWasSavedDuringAnOrderlyStopIsSentBeforeItsEnd() throws Exception {
        Infra.recreateTopics();
        var database = Infra.freshDatabase("orderly");
        var witness = Witness.of(database);
        var instance =
                new SpringApplicationBuilder(JournalTestApplication.class, SlowController.class)
                        .properties(new HashMap<>(JournalTestApplication.properties(database)))
                        .run();
        var slow = instance.getBean(SlowController.class);
        instance.getBean(Scribe.class).save(Scribe.flag("before"));
        witness.awaitDrained(STREAM, PatientWaiting.PATIENCE);
        var port = instance.getEnvironment().getRequiredProperty("local.server.port");
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/slow"))
                        .header("Authorization", "Bearer " + Infra.issuer().token("x", null))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build();
        var answer =
                HttpClient.newHttpClient()
                        .sendAsync(request, HttpResponse.BodyHandlers.discarding());
        slow.begun.await();
        var leader = instance.getBean(LeaderLoop.class);
        var stop = Thread.ofPlatform().start(instance::close);
        // either the leader has gone already, or it waits until the web server has
        Awaitility.await().until(() -> !leader.isRunning() || isRefused(port));
        slow.mayEnd.countDown();
        stop.join();

        assertThat(answer.get().statusCode()).isEqualTo(200);
        assertThat(witness.entries(STREAM)).isEqualTo(21);
        assertThat(witness.published(STREAM)).isEqualTo(21);
        witness.assertWhole(STREAM);
    }

    private static boolean isRefused(String port) throws InterruptedException {
        try {
            HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "http://127.0.0.1:"
                                                            + port
                                                            + "/actuator/health/readiness"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
