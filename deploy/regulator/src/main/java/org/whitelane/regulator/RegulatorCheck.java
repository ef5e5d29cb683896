package org.whitelane.regulator;

import java.io.IOException;
import java.net.URI;
import java.util.List;

/**
 * The program: {@code RegulatorCheck <bootstrap servers> <topic> <feed URI>}, the access token in the environment variable
 * {@code REGULATOR_TOKEN}. Ends 0 if topic and feed hold the same entries and the chain is unbroken, 1 with the reasons if
 * not.
 */
public final class RegulatorCheck {

    private RegulatorCheck() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length != 3) {
            out("usage: RegulatorCheck <bootstrap servers> <topic> <feed URI>");
            System.exit(2);
        }
        var token = System.getenv().getOrDefault("REGULATOR_TOKEN", "");
        var feed = FeedReader.read(URI.create(args[2]), token);
        var byFeed = ChainCheck.check(feed.genesis(), feed.entries());
        var byTopic = ChainCheck.check(feed.genesis(), TopicReader.read(args[0], args[1]));
        byFeed.faults().forEach(fault -> out("feed: " + fault));
        byTopic.faults().forEach(fault -> out("topic: " + fault));
        boolean same = identities(byFeed).equals(identities(byTopic));
        if (!same) {
            out("feed and topic differ: %d and %d entries".formatted(
                    byFeed.entries().size(), byTopic.entries().size()));
        }
        boolean holds = same && byFeed.holds() && byTopic.holds();
        out("%s %s: %d entries by topic (%d repeated) and %d by feed, last hash %s".formatted(
                holds ? "HOLDS" : "BROKEN",
                args[1],
                byTopic.entries().size(),
                byTopic.duplicates(),
                byFeed.entries().size(),
                byFeed.lastHash()));
        System.exit(holds ? 0 : 1);
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
