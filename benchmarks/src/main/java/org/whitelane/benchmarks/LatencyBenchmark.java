package org.whitelane.benchmarks;

import org.HdrHistogram.Histogram;
import org.whitelane.embedded.Broker;
import org.whitelane.embedded.Database;
import org.whitelane.embedded.Ports;
import org.whitelane.embedded.Postgres;
import org.whitelane.events.Topic;
import org.whitelane.localstack.jvm.JavaProgram;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How long from an event's commit to an ordinary Kafka consumer, against Kafka's own producer. */
final class LatencyBenchmark {

    private static final String OURS = Topic.ORGANISATION.topicName();
    private static final String PLAIN = "whitelane.benchmark.plain.v1";

    /**
     * @param warmUp pairs of turns that are not counted
     */
    record Plan(int warmUp, int pairs, int events, int rate) {
        static final Plan SHORT = new Plan(2, 6, 800, 200);
        static final Plan FULL = new Plan(3, 15, 2000, 200);
    }

    private record Pair(Turn ours, Turn plain) {}

    private final Plan plan;

    LatencyBenchmark(Plan plan) {
        this.plan = plan;
    }

    Report run(Path work) throws IOException, InterruptedException {
        int port = Ports.free();
        var broker = startBroker(work, port);
        String kafka = "127.0.0.1:" + port;
        // fsync and synchronous commit on
        try (var postgres = Postgres.start(work.resolve("postgres"), Ports.free(), true);
                var journal = journal(postgres.provision("benchmark"), kafka, work);
                var producer =
                        SendingProcess.start(
                                ProducerProcess.class,
                                List.of(kafka, PLAIN),
                                Map.of(),
                                work.resolve("producer.log"));
                var arrivals = new Arrivals(kafka, List.of(OURS, PLAIN))) {
            var shared = List.of(broker.toHandle(), postgres.process().toHandle());
            return report(
                    measure(
                            new Side(journal, shared, arrivals),
                            new Side(producer, shared, arrivals)));
        } finally {
            broker.destroy();
            if (!broker.waitFor(30, TimeUnit.SECONDS)) {
                broker.destroyForcibly();
            }
        }
    }

    private List<Pair> measure(Side ours, Side plain) throws IOException, InterruptedException {
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < plan.warmUp + plan.pairs; i++) {
            // another side comes first in each pair
            var first = i % 2 == 0 ? ours : plain;
            var second = i % 2 == 0 ? plain : ours;
            var one = first.turn("a" + i + "-", plan);
            var two = second.turn("b" + i + "-", plan);
            var pair = first == ours ? new Pair(one, two) : new Pair(two, one);
            System.out.printf(
                    Locale.ROOT,
                    "%s %d: journal p50 %.2f ms p99 %.2f ms, plain p50 %.2f ms p99 %.2f ms%n",
                    i < plan.warmUp ? "warm-up" : "pair",
                    i,
                    pair.ours.p50(),
                    pair.ours.p99(),
                    pair.plain.p50(),
                    pair.plain.p99());
            if (i >= plan.warmUp) {
                pairs.add(pair);
            }
        }
        return pairs;
    }

    private Report report(List<Pair> pairs) {
        var rows =
                List.of(
                        row("p50 ms", pairs, Turn::p50, overall(pairs, 50)),
                        row("p95 ms", pairs, Turn::p95, overall(pairs, 95)),
                        row("p99 ms", pairs, Turn::p99, overall(pairs, 99)),
                        row("CPU ms per event, sending process", pairs, Turn::cpuMillis, ""),
                        row(
                                "CPU ms per event, with broker and PostgreSQL",
                                pairs,
                                Turn::allCpuMillis,
                                ""));
        return new Report(
                "latency",
                "%d pairs of turns of %d events at %d/s, %d more to warm up; all parts on this machine, fsync on. Figures: median of the turns (least-most); ratio: median of the pairs' ratios; overall: of all events, journal and plain."
                        .formatted(plan.pairs, plan.events, plan.rate, plan.warmUp),
                List.of(
                        "commit to consumer",
                        "journal and relay",
                        "plain producer",
                        "ratio",
                        "overall"),
                rows,
                pairs);
    }

    private static List<String> row(
            String title, List<Pair> pairs, Function<Turn, Double> figure, String overall) {
        var ours = pairs.stream().map(Pair::ours).map(figure).toList();
        var plain = pairs.stream().map(Pair::plain).map(figure).toList();
        return List.of(
                title,
                Ratios.of(ours).toString(),
                Ratios.of(plain).toString(),
                Ratios.between(ours, plain).toString(),
                overall);
    }

    private static String overall(List<Pair> pairs, double percentile) {
        return "%.2f, %.2f"
                .formatted(
                        at(pairs.stream().map(Pair::ours).toList(), percentile),
                        at(pairs.stream().map(Pair::plain).toList(), percentile));
    }

    private static double at(List<Turn> turns, double percentile) {
        var all = new Histogram(3);
        turns.forEach(turn -> all.add(turn.micros()));
        return Turn.at(all, percentile);
    }

    /** A process that sends, and whose work is counted besides its own. */
    private record Side(SendingProcess process, List<ProcessHandle> shared, Arrivals arrivals) {

        Turn turn(String prefix, Plan plan) throws IOException, InterruptedException {
            long own = ProcessUse.cpuMillis(process.handle());
            long others = others();
            process.send(prefix, plan.events, plan.rate);
            var sights = arrivals.await(keys(prefix, plan.events));
            own = ProcessUse.cpuMillis(process.handle()) - own;
            others = others() - others;
            return Turn.of(process.stamps(), sights, own, own + others);
        }

        private long others() {
            return shared.stream().mapToLong(ProcessUse::treeCpuMillis).sum();
        }

        private static Set<String> keys(String prefix, int events) {
            return IntStream.range(0, events).mapToObj(i -> prefix + i).collect(Collectors.toSet());
        }
    }

    private static Process startBroker(Path work, int port)
            throws IOException, InterruptedException {
        var arguments =
                List.of(
                        work.resolve("broker").toString(),
                        Integer.toString(port),
                        Integer.toString(Ports.free()),
                        OURS + ":" + Topic.PARTITIONS,
                        PLAIN + ":" + Topic.PARTITIONS);
        var program =
                JavaProgram.ofClass(
                        System.getProperty("java.class.path"), Broker.class.getName(), arguments);
        Path log = work.resolve("broker.log");
        var process =
                new ProcessBuilder(program.command(List.of("-Dlog.level=error")))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        while (!Files.readString(log).contains("Broker ready on")) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("The broker ended: " + Files.readString(log));
            }
        }
        return process;
    }

    /** What a deployment would say in its configuration. */
    private static SendingProcess journal(Database database, String kafka, Path work)
            throws IOException {
        var properties =
                Map.ofEntries(
                        Map.entry("whitelane.service", "registry"),
                        Map.entry("whitelane.api-path", "registry"),
                        Map.entry("spring.datasource.url", database.url()),
                        Map.entry("spring.datasource.username", database.app().username()),
                        Map.entry("spring.datasource.password", database.app().password()),
                        Map.entry("spring.flyway.user", database.owner().username()),
                        Map.entry("spring.flyway.password", database.owner().password()),
                        Map.entry("whitelane.journal.relay.username", database.relay().username()),
                        Map.entry("whitelane.journal.relay.password", database.relay().password()),
                        Map.entry("spring.kafka.bootstrap-servers", kafka),
                        Map.entry("logging.level.root", "error"));
        return SendingProcess.start(
                JournalProcess.class,
                List.of(),
                Map.of(
                        "SPRING_APPLICATION_JSON",
                        JsonMapper.builder().build().writeValueAsString(properties)),
                work.resolve("journal.log"));
    }
}
