package org.whitelane.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.whitelane.system.Forgery.Copy;

import java.util.List;

/**
 * A regulator who shares no code with us, in another language and with a public Kafka client, holds
 * every record against the published schemas, every hash against the document and the vectors, and
 * every checkpoint against the keys that he kept; and names what a superuser of the broker did.
 */
@Tag("slow")
@Order(3)
class PublicClientIT {

    private static final String STREAM = "whitelane.whitelist.request.v1";

    @BeforeAll
    static void install() throws Exception {
        PublicClient.install();
    }

    @Test
    void everyRecordOfEveryTopicGrantedIsValidAndInItsChain() throws Exception {
        var suite = SharedSuite.get().suite();
        var result = PublicClient.check(suite, new Client(suite).token("regulator"));
        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output())
                .contains("HOLDS chain vectors: 37 hashes made")
                .contains("regulator read 13 topics")
                .doesNotContain("BROKEN");
        for (var kept :
                List.of(
                        "whitelane.registry.organisation.v1",
                        "whitelane.whitelist.request.v1",
                        "whitelane.whitelist.batch.v1",
                        "whitelane.whitelist.entry.v1",
                        "whitelane.whitelist.declaration.v1")) {
            assertThat(result.output())
                    .containsPattern(
                            "HOLDS %s: (\\d+) records .* up to position \\1; checkpoint 1 vouches up to \\1\n"
                                    .formatted(kept.replace(".", "\\.")));
        }
        assertThat(result.output())
                .as("the story corrects an approval after its checkpoint")
                .containsPattern(
                        "HOLDS whitelane\\.approval\\.registration\\.v1: (\\d+) records of 2 types"
                                + " valid, complete and unaltered up to position \\1; checkpoint 1"
                                + " vouches up to 8\n");
    }

    @Test
    void whatASuperuserChangedIsNamed() throws Exception {
        var suite = SharedSuite.get().suite();
        var forgery = new Forgery(suite, STREAM);
        var third = forgery.id(3);
        var copies =
                List.of(
                        new Copy("copy.same", rows -> {}),
                        new Copy(
                                "copy.edited",
                                rows -> rows.value(3, t -> t.replace("2026", "2025"))),
                        new Copy("copy.invalid", rows -> rows.value(3, t -> "{}")),
                        new Copy(
                                "copy.dated",
                                rows -> rows.header(3, "ce_time", "2026-01-01T00:00:00Z")),
                        new Copy("copy.deleted", rows -> rows.remove(3)),
                        new Copy("copy.cut", rows -> rows.remove(rows.last())),
                        new Copy("copy.swapped", rows -> rows.header(3, "ce_position", "4")),
                        new Copy("copy.renamed", rows -> rows.header(3, "ce_subject", "somebody")));
        forgery.make(copies);
        var words = copies.stream().map(copy -> copy.topic() + "=" + STREAM);
        var result =
                PublicClient.check(
                        suite, new Client(suite).token("regulator"), words.toArray(String[]::new));

        assertThat(result.exitCode()).as(result.output()).isOne();
        assertThat(result.output().lines().filter(line -> line.startsWith("BROKEN")))
                .hasSize(copies.size() - 1);
        assertThat(result.output())
                .contains("HOLDS copy.same: ")
                .contains("BROKEN copy.edited: position 3, id " + third + ", is altered")
                .contains("BROKEN copy.invalid: position 3, id " + third)
                .contains("must have required property 'requestId'")
                .contains("BROKEN copy.dated: position 3, id " + third + ", is altered")
                .contains("BROKEN copy.deleted: position 3 is missing")
                .contains("BROKEN copy.cut: position " + forgery.last() + " is missing")
                .contains("BROKEN copy.swapped: position 4 stands there twice")
                .contains("BROKEN copy.renamed: position 3, id " + third)
                .contains("its key is not its subject");
    }
}
