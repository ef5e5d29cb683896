package org.whitelane.localstack;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was asked on the command line. */
record Options(Path dataDirectory, PortPlan ports, Set<Wish> wishes) {

    /** What is wanted or not, without a value. */
    enum Wish {
        EXIT,
        RESET,
        REPUBLISH,
        ROTATE_CHECKPOINT_KEYS,
        NO_STORY,
        HELP;

        static Optional<Wish> of(String argument) {
            var name = argument.equals("-h") ? "--help" : argument;
            return Stream.of(values()).filter(wish -> name.equals(wish.argument())).findFirst();
        }

        private String argument() {
            return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    Options {
        wishes = Set.copyOf(wishes);
    }

    private static final String HELP =
            """
            deploy/run [options]

            Starts the whole suite on this machine, each part as its own process, plays the main job as a
            story through the public interfaces, and stays up until Ctrl-C.

              --exit                       end after the story: 0 only if every step held
              --reset                      forget the data of earlier runs first; start caches belong to the build and stay
              --republish                  forget what the broker holds first: every service sends its topics again from its journal
              --rotate-checkpoint-keys     give each service another key for its checkpoints first; what the old ones signed can still be checked
              --no-story                   only start the parts
              --data-dir DIR               where data, logs and secrets are kept (default: data/ in the project)
              --port-base N                give the ports N, N+1, ... in the order below
            %s
              --help                       this text

            With OTEL_EXPORTER_OTLP_ENDPOINT=http://host:4318 in the environment all parts send their traces there.
            """;

    static Options parse(Path home, List<String> arguments) {
        var options = new Options(home.resolve("data"), PortPlan.usual(), Set.of());
        // First, wherever it stands: a single port's option refines it.
        for (int i = 0; i + 1 < arguments.size(); i++) {
            if (arguments.get(i).equals("--port-base")) {
                int base = port(arguments.get(i), arguments.get(i + 1));
                port("--port-base", Integer.toString(base + Port.values().length));
                options = options.with(options.ports.from(base));
            }
        }
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            options = options.and(rest.next(), rest);
        }
        return options;
    }

    private Options and(String argument, Iterator<String> rest) {
        var wish = Wish.of(argument);
        if (wish.isPresent()) {
            var more = Stream.concat(wishes.stream(), wish.stream()).collect(Collectors.toSet());
            return new Options(dataDirectory, ports, more);
        }
        return switch (argument) {
            case "--data-dir" -> {
                Path dir = Path.of(value(argument, rest)).toAbsolutePath().normalize();
                yield new Options(dir, ports, wishes);
            }
            case "--port-base" -> {
                value(argument, rest);
                yield this;
            }
            default -> {
                Port port = portOption(argument);
                yield with(ports.with(port, port(argument, value(argument, rest))));
            }
        };
    }

    boolean exit() {
        return wishes.contains(Wish.EXIT);
    }

    boolean reset() {
        return wishes.contains(Wish.RESET);
    }

    boolean republish() {
        return wishes.contains(Wish.REPUBLISH);
    }

    boolean rotateCheckpointKeys() {
        return wishes.contains(Wish.ROTATE_CHECKPOINT_KEYS);
    }

    boolean story() {
        return !wishes.contains(Wish.NO_STORY);
    }

    boolean help() {
        return wishes.contains(Wish.HELP);
    }

    private Options with(PortPlan plan) {
        return new Options(dataDirectory, plan, wishes);
    }

    static String helpText() {
        return HELP.formatted(
                Stream.of(Port.values())
                        .map(
                                port ->
                                        "  %-27s %s (%d)"
                                                .formatted(
                                                        port.option() + " N",
                                                        port.purpose,
                                                        port.usual))
                        .collect(Collectors.joining("\n")));
    }

    private static Port portOption(String argument) {
        return Stream.of(Port.values())
                .filter(port -> port.option().equals(argument))
                .findFirst()
                .orElseThrow(() -> new Unusable("Unknown option " + argument + "; see --help."));
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new Unusable(option + " needs a value.");
        }
        return rest.next();
    }

    private static int port(String option, String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= 65_535) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new Unusable(option + " needs a port between 1 and 65535, not " + text + ".");
    }

    /** Something the user can put right; its message is for them, without a stack trace. */
    static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unusable(String message) {
            super(message);
        }
    }
}
