package org.whitelane.verify;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The program. Ends 0 where every stream is complete and unaltered, 1 where one is not, 2 where
 * nothing can be said.
 */
public final class WhitelaneVerify {

    private static final String HELP =
            """
            whitelane-verify check --key FILE [--checkpoint FILE]… [--published FILE]… SOURCE…
            whitelane-verify export --feed URL --to FILE

            Says of each stream "complete and unaltered up to position N" (ends 0), or names the first entry that is
            missing, altered, inserted or reordered (ends 1); ends 2 where what it was given is of no use.

            SOURCE   --feed URL                  …/api/v1/<service>/feed/<stream>
                     --topic NAME --brokers HOST:PORT|--kafka-config FILE [--incarnation ID]
                     --file FILE                 as written by export
            Several sources of one stream must say the same; several streams are checked one after the other.

            --key         public key of the service that signs checkpoints: a JWK or a set of them. Compare it with what
                          you were told in another way; from the server under test it proves nothing.
            --checkpoint  one or more that you have kept, as read from …/checkpoints/<stream>/newest or from the topic.
                          Without one a cut end, or a chain made anew as a whole, cannot be noticed.
            --published   those that the service shows now: they must go on from the ones you have kept.

            A reader's token: --token-file FILE or the variable WHITELANE_TOKEN; or --token-url URL --client-id ID with the
            variable WHITELANE_CLIENT_SECRET.
            """;

    private static final Set<String> OPTIONS =
            Set.of(
                    "--key",
                    "--checkpoint",
                    "--published",
                    "--feed",
                    "--topic",
                    "--brokers",
                    "--kafka-config",
                    "--incarnation",
                    "--file",
                    "--to",
                    "--token-file",
                    "--token-url",
                    "--client-id");

    private final Function<String, @Nullable String> environment;
    private final Consumer<String> out;

    WhitelaneVerify(Function<String, @Nullable String> environment, Consumer<String> out) {
        this.environment = environment;
        this.out = out;
    }

    public static void main(String[] args) {
        // Kafka's client logs through SLF4J, and nobody listens here: it need not say so
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.exit(new WhitelaneVerify(System::getenv, System.out::println).run(List.of(args)));
    }

    int run(List<String> args) {
        if (args.isEmpty() || args.contains("--help")) {
            out.accept(HELP);
            return args.isEmpty() ? 2 : 0;
        }
        try {
            var arguments = new Arguments(args.subList(1, args.size()), OPTIONS);
            return switch (args.getFirst()) {
                case "check" -> check(arguments) ? 0 : 1;
                case "export" -> export(arguments);
                default -> throw new Unusable("the command is check or export; see --help");
            };
        } catch (Unusable e) {
            out.accept("UNUSABLE: " + e.getMessage());
            return 2;
        } catch (Trust.Contradiction e) {
            out.accept("BROKEN: " + e.getMessage());
            return 1;
        }
    }

    private boolean check(Arguments arguments) {
        var trust =
                Trust.of(
                        paths(arguments, "--key"),
                        paths(arguments, "--checkpoint"),
                        paths(arguments, "--published"));
        var sources = new Sources(arguments, environment);
        try (var access = sources.access()) {
            var streams = new LinkedHashMap<String, ArrayList<Source>>();
            for (var source : sources.open(access)) {
                streams.computeIfAbsent(source.stream(), _ -> new ArrayList<>()).add(source);
            }
            trust.mustBeOf(streams.keySet());
            boolean all = true;
            for (var stream : streams.entrySet()) {
                all &=
                        new StreamCheck(
                                        stream.getKey(),
                                        stream.getValue(),
                                        trust.of(stream.getKey()),
                                        out)
                                .holds();
            }
            return all;
        }
    }

    private int export(Arguments arguments) {
        var file = Path.of(arguments.required("--to", "where to write it"));
        arguments.required("--feed", "which stream to export");
        var sources = new Sources(arguments, environment);
        try (var access = sources.access()) {
            var feed = PullFeed.open(sources.feeds().getFirst(), access);
            long count = Export.write(feed, file);
            out.accept("%d entries of %s written to %s".formatted(count, feed.stream(), file));
            return 0;
        }
    }

    private static List<Path> paths(Arguments arguments, String name) {
        return arguments.all(name).stream().map(Path::of).toList();
    }
}
