package org.whitelane.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.whitelane.embedded.Postgres;
import org.whitelane.localstack.jvm.Folders;
import org.whitelane.localstack.jvm.Training;
import org.whitelane.localstack.story.StackAddresses;
import org.whitelane.localstack.story.Story;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** The launcher behind {@code deploy/run}. */
final class LocalStack {

    /**
     * All we ever write; {@code --reset} removes nothing else, wherever {@code --data-dir} points.
     */
    private static final List<String> OURS =
            List.of(
                    "broker",
                    "postgres",
                    "mail",
                    "logs",
                    "secrets",
                    "key-sets",
                    "regulator",
                    KafkaAccess.CLIENTS,
                    KafkaAccess.READERS,
                    "story.json",
                    "demo-credentials.json");

    private final PrintStream out;
    private final Console console;
    private final Path home;
    private final Options options;

    private LocalStack(PrintStream out, Path home, Options options) {
        this.out = out;
        this.console = new Console(out);
        this.home = home;
        this.options = options;
    }

    static void main(String[] args) throws Exception {
        // UTF-8 whatever the locale says: names in the story are Chinese.
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        try {
            Path home = Path.of(System.getProperty("whitelane.home", "")).toAbsolutePath();
            var options = Options.parse(home, List.of(args));
            if (options.help()) {
                out.print(Options.helpText());
                return;
            }
            new LocalStack(out, home, options).run();
        } catch (Options.Unusable e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private void run() throws Exception {
        var run = new RunFolder(options.dataDirectory().resolve("run"));
        run.lock();
        run.stopLeftOvers(console);
        Postgres.stopLeftOver(options.dataDirectory().resolve("postgres"));
        if (options.reset()) {
            for (String name : OURS) {
                Folders.delete(options.dataDirectory().resolve(name));
            }
        }
        if (options.republish()) {
            Folders.delete(options.dataDirectory().resolve("broker"));
            console.say("The broker starts empty: every service sends its topics again.");
        }
        if (options.rotateCheckpointKeys()) {
            rotateCheckpointKeys(options.dataDirectory().resolve("secrets"));
        }
        var obstacles = options.ports().obstacles();
        if (!obstacles.isEmpty()) {
            throw new Options.Unusable(String.join(System.lineSeparator(), obstacles));
        }
        var suite = new Suite(home, options, console, run);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(suite, run), "stop"));
        console.say("Starting the suite; data, logs and secrets are in " + options.dataDirectory());
        suite.start();
        run.markReady();
        console.say("Everything is up after %s.".formatted(sinceStart()));
        console.say(suite.startCaches().report());
        boolean held = !options.story() || play(suite);
        if (options.exit()) {
            if (held) {
                train(suite, Training::now);
            }
            System.exit(held ? 0 : 1);
        }
        invite();
        train(suite, Training::inBackground);
        new CountDownLatch(1).await();
    }

    /** Of a first start there are none yet. */
    private void rotateCheckpointKeys(Path secrets) throws IOException {
        if (Files.exists(secrets)) {
            try (var files = Files.newDirectoryStream(secrets, "*-checkpoint-key")) {
                files.forEach(file -> console.say("Key " + RotateCheckpointKey.rotate(file)));
            }
        }
    }

    /** After the story, so that the first start takes no longer than one that makes nothing. */
    private void train(Suite suite, Function<Training, List<String>> way) {
        var training = suite.startCaches().training();
        if (training.isNeeded()) {
            Runtime.getRuntime().addShutdownHook(new Thread(training::stop, "stop-training"));
            way.apply(training).forEach(console::say);
        }
    }

    private boolean play(Suite suite) {
        var ports = options.ports();
        var addresses =
                new StackAddresses(
                        URI.create(ports.url(Port.GATEWAY)),
                        URI.create(ports.url(Port.INBOX)),
                        KafkaAccess.client(options.dataDirectory(), "regulator").toString(),
                        options.dataDirectory(),
                        Configuration.REGISTRAR_ID,
                        suite.registrarSecret());
        boolean held = new Story(addresses, out).play();
        console.say("");
        console.say(
                held
                        ? "The story held, %s after the start.".formatted(sinceStart())
                        : "The story did NOT hold, %s after the start.".formatted(sinceStart()));
        console.say("Memory: " + MemoryUse.measure());
        return held;
    }

    private void invite() {
        var ports = options.ports();
        console.say("");
        console.say("Gateway           " + ports.url(Port.GATEWAY));
        console.say("Inbox             " + ports.url(Port.INBOX));
        console.say(
                "Kafka             %s, with %s for a regulator's client"
                        .formatted(
                                ports.address(Port.KAFKA),
                                KafkaAccess.client(options.dataDirectory(), "regulator")));
        Path credentials = options.dataDirectory().resolve("demo-credentials.json");
        if (Files.exists(credentials)) {
            console.say("Demo credentials  " + credentials);
        }
        console.say("Ctrl-C stops everything; the data stays.");
    }

    private void stop(Suite suite, RunFolder run) {
        try {
            console.say("Stopping ...");
            run.markDown();
            suite.stop();
            console.say("Stopped.");
        } catch (IOException | RuntimeException e) {
            console.say("Not everything stopped in an orderly way: " + e.getMessage());
        }
    }

    private static String sinceStart() {
        long millis =
                System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
        return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
}
