package org.whitelane.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whitelane.testing.TraceReceiver;

import java.nio.file.Path;
import java.util.Map;

/** {@code deploy/run --exit}, twice on one data directory: played once, then only compared. */
class StoryIT {

    @TempDir Path data;

    @Test
    void playsTheWholeStoryAndOnTheSecondRunReplaysNothing() throws Exception {
        int ports = PortRange.free();
        try (var collector = new TraceReceiver();
                var first =
                        Suite.start(
                                data,
                                ports,
                                Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", collector.endpoint()),
                                "--exit")) {
            assertThat(first.awaitExit()).as(first.output()).isZero();
            assertThat(first.output())
                    .contains("a wrong CAS digit is refused: /articles/0/casNumber")
                    .contains(
                            "HOLDS whitelane.whitelist.entry.v1: complete and unaltered up to"
                                    + " position 8; checkpoint 1 vouches for it up to 8")
                    .contains(
                            "HOLDS whitelane.whitelist.declaration.v1: complete and unaltered up to"
                                    + " position 8; checkpoint 1 vouches for it up to 8")
                    .contains(
                            "lacks positions 7 to 10 of whitelane.whitelist.request.v1, lost on his"
                                    + " side")
                    .contains(
                            "notices the gap, fetches these 4 and no others from the pull feed, and"
                                    + " goes on in order up to position 20")
                    .containsPattern(
                            "HOLDS whitelane.whitelist.request.v1: complete and unaltered up to"
                                    + " position 20; checkpoint 1 vouches for it up to 20"
                                    + " \\[file .*requests.ndjson\\]")
                    .contains("is verified with the published keys alone")
                    .contains("is used up")
                    .contains("CXHL2500674 was typed as 50mg; the steward corrects it to 5mg")
                    .contains("by mail: 1 of 1 who were told the mistake have the correction")
                    .contains("once acknowledged: 1 of 1 who were told the mistake")
                    .contains("13 e-mails, as expected");
            Traced.aBatchFromTheDoorToTheMail(collector.spans());
        }
        try (var second = Suite.start(data, ports, "--exit")) {
            assertThat(second.awaitExit()).as(second.output()).isZero();
            assertThat(second.output())
                    .contains("Start caches: used by all 7 JVMs.")
                    .contains("This data directory has its story")
                    .contains(
                            "goes on with his copy of whitelane.whitelist.request.v1 behind"
                                    + " position 20: 0 more, 0 of them fetched")
                    .contains("requests.ndjson]")
                    .contains("the same e-mails, none again")
                    .doesNotContain("a wrong CAS digit is refused");
        }
    }
}
