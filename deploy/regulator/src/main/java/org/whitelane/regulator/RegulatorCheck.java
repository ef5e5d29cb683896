package org.whitelane.regulator;

import java.io.IOException;
import java.net.URI;
import java.util.List;

/**
 * The program: {@code RegulatorCheck <bootstrap servers> <topic>=<feed URI> …}, the access token in
 * the environment variable {@code REGULATOR_TOKEN}. Prints a line per stream and ends 0 if topic
 * and feed hold the same entries and every chain is unbroken, 1 with the reasons if not.
 */
public final class RegulatorCheck {

    private RegulatorCheck() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length < 2) {
            out("usage: RegulatorCheck <bootstrap servers> <topic>=<feed URI> …");
            System.exit(2);
        }
        var token = System.getenv().getOrDefault("REGULATOR_TOKEN", "");
        boolean allHold = true;
        for (var pair : List.of(args).subList(1, args.length)) {
            var parts = pair.split("=", 2);
            allHold &= holds(args[0], parts[0], URI.create(parts[1]), token);
        }
        System.exit(allHold ? 0 : 1);
    }

    private static boolean holds(String bootstrapServers, String topic, URI feedUri, String token)
            throws IOException, InterruptedException {
        var feed = FeedReader.read(feedUri, token);
        var byFeed = ChainCheck.check(feed.genesis(), feed.entries());
        var byTopic = ChainCheck.check(feed.genesis(), TopicReader.read(bootstrapServers, topic));
        byFeed.faults().forEach(fault -> out("feed of " + topic + ": " + fault));
        byTopic.faults().forEach(fault -> out(topic + ": " + fault));
        boolean holds =
                byFeed.holds() && byTopic.holds() && identities(byFeed).equals(identities(byTopic));
        out(
                "%s %s: %d entries by topic (%d repeated), %d by feed, last hash %s"
                        .formatted(
                                holds ? "HOLDS" : "BROKEN",
                                topic,
                                byTopic.entries().size(),
                                byTopic.duplicates(),
                                byFeed.entries().size(),
                                byFeed.lastHash()));
        return holds;
    }

    private static List<String> identities(ChainCheck.Verdict verdict) {
        return verdict.entries().stream()
                .map(e -> e.position() + " " + e.id() + " " + e.hash())
                .toList();
    }

    private static void out(String line) {
        System.out.println(line);
    }
}
