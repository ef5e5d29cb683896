package org.whitelane.benchmarks;

import org.whitelane.embedded.Ports;
import org.whitelane.localstack.BareStack;
import org.whitelane.localstack.Startable;
import org.whitelane.localstack.jvm.JavaProgram;
import org.whitelane.localstack.jvm.StartCache;
import org.whitelane.localstack.jvm.StartCaches;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a start costs until the service says that it is ready, in four ways that take turns. */
final class StartBenchmark {

    /** The ways, in the order of the report; the first is the limit. */
    private enum Way {
        PLAIN("java -jar, JVM's defaults"),
        TUNED("java -jar, our JVM options"),
        EXTRACTED("laid out on disk, our JVM options"),
        CACHED("and with the start cache, as deploy/run does");

        final String title;

        Way(String title) {
            this.title = title;
        }
    }

    private record Sample(String service, Way way, int round, Start start) {}

    private final Path home;
    private final int rounds;

    StartBenchmark(Path home, int rounds) {
        this.home = home;
        this.rounds = rounds;
    }

    Report run(Path work) throws IOException, InterruptedException {
        int ports = freeRange();
        try (var stack = BareStack.start(home, work.resolve("data"), ports)) {
            var contestants = new ArrayList<Contestant>();
            var caches = new StartCaches(work.resolve("caches"), work.resolve("classes"));
            for (var service : stack.services()) {
                contestants.add(Contestant.of(service, caches, work));
            }
            // Warm-up, not counted: migrates the databases, fills the system's file cache, and
            // notes down the classes that the caches are made of.
            for (var contestant : contestants) {
                contestant.start(Way.CACHED);
            }
            caches.training().now().forEach(System.out::println);
            if (caches.training().isNeeded()) {
                throw new IllegalStateException("not every service has a start cache");
            }
            return report(measure(contestants));
        }
    }

    private List<Sample> measure(List<Contestant> contestants)
            throws IOException, InterruptedException {
        var samples = new ArrayList<Sample>();
        for (int round = 1; round <= rounds; round++) {
            for (var contestant : contestants) {
                // another way comes first in each round
                var ways = new ArrayList<>(List.of(Way.values()));
                Collections.rotate(ways, round - 1);
                for (Way way : ways) {
                    var start = contestant.start(way);
                    samples.add(new Sample(contestant.service.name(), way, round, start));
                    System.out.printf(
                            "round %d %s, %s: %s%n",
                            round, contestant.service.name(), way.title, start);
                }
            }
        }
        return samples;
    }

    private Report report(List<Sample> samples) {
        var rows = new ArrayList<List<String>>();
        for (var service : samples.stream().map(Sample::service).distinct().toList()) {
            for (Way way : Way.values()) {
                var cpu = of(samples, service, way, Start::cpuSeconds);
                var wall = of(samples, service, way, Start::seconds);
                var pss = of(samples, service, way, Start::pssMebibytes);
                rows.add(
                        List.of(
                                service,
                                way.title,
                                Ratios.of(cpu).toString(),
                                Ratios.between(
                                                cpu,
                                                of(samples, service, Way.PLAIN, Start::cpuSeconds))
                                        .toString(),
                                Ratios.of(wall).toString(),
                                Ratios.between(
                                                wall,
                                                of(samples, service, Way.PLAIN, Start::seconds))
                                        .toString(),
                                "%.0f".formatted(Ratios.of(pss).median()),
                                Ratios.between(
                                                pss,
                                                of(
                                                        samples,
                                                        service,
                                                        Way.PLAIN,
                                                        Start::pssMebibytes))
                                        .toString()));
            }
        }
        return new Report(
                "start",
                "Process start to readiness, one at a time, beside broker and database; %d rounds, the ways take turns. Figures: median (least-most); ratios: median of the rounds' ratios to the first way."
                        .formatted(rounds),
                List.of(
                        "service",
                        "way",
                        "CPU s",
                        "CPU ratio",
                        "wall s",
                        "wall ratio",
                        "PSS MiB",
                        "PSS ratio"),
                rows,
                samples);
    }

    private static List<Double> of(
            List<Sample> samples, String service, Way way, Function<Start, Double> figure) {
        return samples.stream()
                .filter(sample -> sample.service.equals(service) && sample.way == way)
                .map(sample -> figure.apply(sample.start))
                .toList();
    }

    /** A service, and the command of each way. */
    private record Contestant(
            Startable service, JavaProgram extracted, StartCache cache, Path log) {

        static Contestant of(Startable service, StartCaches caches, Path work) throws IOException {
            var extracted = JavaProgram.ofJar(service.extracted());
            return new Contestant(
                    service,
                    extracted,
                    caches.of(service.name(), extracted),
                    work.resolve(service.name() + ".log"));
        }

        Start start(Way way) throws IOException, InterruptedException {
            var jar = service.jar().toString();
            var options =
                    switch (way) {
                        case PLAIN -> List.of(JavaProgram.java(), "-jar", jar);
                        case TUNED -> JavaProgram.ofJar(service.jar()).command(List.of());
                        case EXTRACTED -> extracted.command(List.of());
                        case CACHED -> extracted.command(cache.options());
                    };
            var start = Start.measure(options, service, log);
            if (Files.readString(log).contains("Unable to map shared spaces")) {
                throw new IllegalStateException("the JVM refused the start cache, see " + log);
            }
            return start;
        }
    }

    /** All parts of the stack lie side by side. */
    static int freeRange() {
        while (true) {
            int base = Ports.free();
            if (Stream.iterate(base, port -> port + 1).limit(10).allMatch(Ports::isFree)) {
                return base;
            }
        }
    }
}
