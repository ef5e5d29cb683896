package org.whitelane.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * Under steady load the broker and three services, relays and all, are killed at random instants,
 * also while another of them is dead. No event is lost or applied twice, and every stream is
 * complete and unaltered by topic and by feed; a mail may be doubled only if it is listed as
 * uncertain, and then has the same Message-ID.
 */
@Tag("slow")
class KillIT {

    /** Of each part. */
    private static final int KILLS = 3;

    private static final String REGISTRATIONS = "whitelane.approval.registration.v1";

    @TempDir Path data;
    @TempDir Path kept;

    @Test
    void losesNothingAndDoublesNothingWhenKilledAtAnyInstant() throws Exception {
        long seed = Long.getLong("whitelane.kill.seed", System.nanoTime());
        System.out.println("seed of the random instants: -Dwhitelane.kill.seed=" + seed);
        Files.writeString(data.resolve("readers.properties"), "regulator = whitelane.*\n");
        try (var suite = Suite.start(data, PortRange.free()).awaitUp()) {
            var client = new Client(suite);
            var proof = new Proof(suite, client, kept).keep();
            int storyMails = new InboxReader(suite).messageIds().size();
            var requests = new Load().start(3, 100, n -> draftAndSubmit(client, n));
            var approvals = new Load().start(2, 200, n -> recordApproval(client, n));
            try (requests;
                    approvals) {
                killAll(suite, requests, approvals, seed);
            }
            System.out.printf(
                    "requests: %s; approvals: %s%n", requests.situation(), approvals.situation());
            assertThat(requests.refused()).isEmpty();
            assertThat(approvals.refused()).isEmpty();
            everyRequestIsThereOnce(client, requests);
            everyApprovalIsMailedOnce(suite, client, approvals, storyMails);
            proof.holds();
        }
    }

    private static void killAll(Suite suite, Load requests, Load approvals, long seed)
            throws Exception {
        var killers =
                List.of(
                        Killer.ofBroker(suite, "approvals", REGISTRATIONS, seed, approvals),
                        Killer.ofService(suite, "import-whitelist-service", seed + 1, requests),
                        Killer.ofService(suite, "approval-service", seed + 2, approvals),
                        Killer.ofMail(suite, seed + 3, approvals));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = threads.invokeAll(killers.stream().map(killer -> kill(killer)).toList());
            for (var one : all) {
                one.get();
            }
        }
    }

    private static Callable<Void> kill(Killer killer) {
        return () -> {
            killer.kill(KILLS);
            return null;
        };
    }

    private static void everyRequestIsThereOnce(Client client, Load load) throws Exception {
        var answered = new HashSet<String>();
        for (var body : load.done().values()) {
            answered.add(Suite.JSON.readTree(body).path("id").asString());
        }
        assertThat(answered)
                .as("each piece of work made a request of its own")
                .hasSize(load.done().size());
        var listed =
                client.all("enterprise-a", "/whitelist/requests?status=SUBMITTED").stream()
                        .map(r -> r.path("id").asString())
                        .toList();
        assertThat(listed)
                .as("nothing was lost and nothing done twice")
                .containsExactlyInAnyOrderElementsOf(answered);
    }

    private static void everyApprovalIsMailedOnce(
            Suite suite, Client client, Load load, int storyMails) throws Exception {
        int expected =
                storyMails + load.done().size(); // one subscriber of the story wants approvals
        var inbox = new InboxReader(suite);
        Awaitility.await()
                .atMost(Duration.ofMinutes(5))
                .ignoreExceptions()
                .until(
                        () ->
                                inbox.messageIds().size() >= expected
                                        && client.all(
                                                        "auditor",
                                                        "/notification/admin/messages?status=QUEUED")
                                                .isEmpty());
        var arrived = inbox.messageIds();
        assertThat(arrived).as("one Message-ID per event and subscription").hasSize(expected);
        var uncertain =
                client.all("auditor", "/notification/admin/messages?status=UNCERTAIN").stream()
                        .map(m -> m.path("messageId").asString())
                        .toList();
        var doubled =
                arrived.entrySet().stream()
                        .filter(e -> e.getValue() > 1)
                        .map(Map.Entry::getKey)
                        .toList();
        System.out.printf(
                "%d mails, %d uncertain, %d of them arrived twice%n",
                arrived.size(), uncertain.size(), doubled.size());
        assertThat(uncertain).as("a doubled mail is listed as uncertain").containsAll(doubled);
    }

    private static Client.Answer draftAndSubmit(Client client, int number)
            throws IOException, InterruptedException {
        var draft = Drafts.of("load", number);
        var created = client.post("enterprise-a", "/whitelist/requests", "load-" + number, draft);
        if (created.status() >= 300) {
            return created;
        }
        var id = created.json().path("id").asString();
        return client.post(
                "enterprise-a",
                "/whitelist/requests/" + id + "/submission",
                "load-submit-" + number,
                Map.of());
    }

    private static Client.Answer recordApproval(Client client, int number)
            throws IOException, InterruptedException {
        return client.post(
                "approval-steward",
                "/approvals/ind",
                "load-" + number,
                Map.of(
                        "acceptanceNumber", "CXHL26%05d".formatted(number),
                        "decision", "APPROVED",
                        "product",
                                Map.of(
                                        "nameZh", "负载药品" + number,
                                        "sponsor", "示例（虚构）",
                                        "modality", "CHEMICAL"),
                        "acceptedOn", Map.of("value", "2026-01-05", "source", "load")));
    }
}
