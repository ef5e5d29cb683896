package org.whitelane.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * All that the broker held is gone. The topics come again from the journals, the same to the last
 * hash; whoever consumes them ends where it was, and no mail is sent a second time.
 */
@Tag("slow")
@Order(5)
class RepublishIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Map<String, String> STREAMS =
            Map.of(
                    "whitelane.registry.organisation.v1", "registry",
                    "whitelane.approval.registration.v1", "approvals",
                    "whitelane.whitelist.request.v1", "whitelist",
                    "whitelane.whitelist.entry.v1", "whitelist");

    /** Over six partitions: each has some, so that what comes after the old ones is seen in all. */
    private static final int AFTERWARDS = 40;

    @Test
    void topicsComeAgainAndNobodyIsToldTwice() throws Exception {
        var before = SharedSuite.get().suite();
        var hashes = hashes(before);
        var mails = new InboxReader(before).messageIds();
        var entries = entries(before);
        assertThat(mails).isNotEmpty();
        assertThat(entries).isNotEmpty();
        SharedSuite.end();
        try (var suite =
                Suite.start(before.dataDirectory(), PortRange.free(), "--republish", "--no-story")
                        .awaitUp()) {
            assertThat(suite.output()).contains("The broker starts empty");
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(hashes(suite)).isEqualTo(hashes));
            assertThat(entries(suite)).isEqualTo(entries);
            whatComesNowIsAppliedOnce(suite, mails);
        }
    }

    /**
     * Records of one partition are taken in turn: when the mails of the new ones are there, the old
     * ones before them have been read again.
     */
    private static void whatComesNowIsAppliedOnce(Suite suite, Map<String, Long> mails)
            throws Exception {
        var client = new Client(suite);
        for (int number = 1; number <= AFTERWARDS; number++) {
            recordApproval(client, number);
        }
        var inbox = new InboxReader(suite);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> inbox.messageIds().size() >= mails.size() + AFTERWARDS);
        var after = new HashMap<>(inbox.messageIds());
        assertThat(after).hasSize(mails.size() + AFTERWARDS).containsAllEntriesOf(mails);
        assertThat(after.values()).containsOnly(1L);

        var draft = Drafts.of("after the broker's loss", 1);
        var request = client.post("enterprise-a", "/whitelist/requests", "after-1", draft);
        var path = "/whitelist/requests/" + request.json().path("id").asString() + "/submission";
        var submitted = client.post("enterprise-a", path, "after-2", Map.of());
        assertThat(submitted.status()).as("the party is known: " + submitted.body()).isEqualTo(200);
    }

    /** Of each stream the last hash, which topic and feed must share. */
    private static Map<String, String> hashes(Suite suite)
            throws IOException, InterruptedException {
        var client = new Client(suite);
        var hashes = new HashMap<String, String>();
        for (var stream : STREAMS.entrySet()) {
            var result =
                    RegulatorProgram.check(
                            suite, client.token("regulator"), stream.getKey(), stream.getValue());
            assertThat(result.bothHoldTheSame()).as(result.output()).isTrue();
            var line = result.output().strip();
            var hash = line.substring(line.lastIndexOf(' ') + 1);
            assertThat(hash).as(line).matches(HASH);
            hashes.put(stream.getKey(), hash);
        }
        return hashes;
    }

    private static List<String> entries(Suite suite) throws IOException, InterruptedException {
        return new Client(suite)
                .all("regulator", "/whitelist/public/TJ-2022/entries").stream()
                        .map(entry -> entry.path("entryNumber").asString())
                        .sorted()
                        .toList();
    }

    private static void recordApproval(Client client, int number)
            throws IOException, InterruptedException {
        var answer =
                client.post(
                        "approval-steward",
                        "/approvals/ind",
                        "republish-" + number,
                        Map.of(
                                "acceptanceNumber", "CXHL26%05d".formatted(number),
                                "decision", "APPROVED",
                                "product",
                                        Map.of(
                                                "nameZh", "重发药品" + number,
                                                "sponsor", "示例（虚构）",
                                                "modality", "CHEMICAL"),
                                "acceptedOn", Map.of("value", "2026-01-05", "source", "drill")));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
}
