package org.whitelane.benchmarks;

import com.sun.net.httpserver.HttpServer;

import org.whitelane.embedded.Ports;
import org.whitelane.localstack.BareStack;
import org.whitelane.localstack.Startable;
import org.whitelane.localstack.jvm.JavaProgram;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * What spans cost a service: processor time per request of three instances of one service on one
 * database, which take turns. The request is the lightest there is, a public list with one
 * statement, so that no work of ours hides the spans.
 */
final class TracingBenchmark {

    private static final String SERVICE = "approval-service";
    private static final String PATH = "/api/v1/approvals/ind?limit=1";

    /** The ways, in the order of the report; the first is the limit. */
    enum Way {
        SILENT("no collector", false, false),
        WORK("spans of requests", true, false),
        STATEMENTS("spans of requests and of statements", true, true);

        final String title;
        final boolean collected;
        final boolean statements;

        Way(String title, boolean collected, boolean statements) {
            this.title = title;
            this.collected = collected;
            this.statements = statements;
        }
    }

    private record Sample(Way way, int round, double cpuMillis) {}

    private final Path home;
    private final int rounds;
    private final int requests;

    TracingBenchmark(Path home, int rounds, int requests) {
        this.home = home;
        this.rounds = rounds;
        this.requests = requests;
    }

    Report run(Path work) throws IOException, InterruptedException {
        var collector = collector();
        var instances = new ArrayList<ServiceProcess>();
        try (var stack = BareStack.start(home, work.resolve("data"), StartBenchmark.freeRange())) {
            var service =
                    stack.services().stream()
                            .filter(one -> one.name().equals(SERVICE))
                            .findFirst()
                            .orElseThrow();
            for (var way : Way.values()) {
                instances.add(
                        ServiceProcess.start(
                                JavaProgram.ofJar(service.extracted()).command(List.of()),
                                of(service, way, collector.getAddress().getPort()),
                                work.resolve(way + ".log")));
            }
            for (var instance : instances) {
                instance.ask(PATH, requests); // not counted: compiles what is hot
            }
            return report(measure(instances));
        } finally {
            instances.forEach(ServiceProcess::close);
            collector.stop(0);
        }
    }

    private List<Sample> measure(List<ServiceProcess> instances) throws InterruptedException {
        var samples = new ArrayList<Sample>();
        for (int round = 1; round <= rounds; round++) {
            // another way comes first in each round
            var ways = new ArrayList<>(List.of(Way.values()));
            Collections.rotate(ways, round - 1);
            for (var way : ways) {
                double cpu = instances.get(way.ordinal()).ask(PATH, requests) / (double) requests;
                samples.add(new Sample(way, round, cpu));
                System.out.printf("round %d, %s: %.3f CPU ms a request%n", round, way.title, cpu);
            }
        }
        return samples;
    }

    private Report report(List<Sample> samples) {
        var rows = new ArrayList<List<String>>();
        for (var way : Way.values()) {
            var cpu = of(samples, way);
            rows.add(
                    List.of(
                            way.title,
                            Ratios.of(cpu).toString(),
                            Ratios.between(cpu, of(samples, Way.SILENT)).toString()));
        }
        return new Report(
                "tracing",
                "%s answers GET %s, %d requests a turn over 4 connections, %d rounds, the ways take turns. Figures: median (least-most); ratios: median of the rounds' ratios to the first way."
                        .formatted(SERVICE, PATH, requests, rounds),
                List.of("way", "CPU ms a request", "ratio"),
                rows,
                samples);
    }

    private static List<Double> of(List<Sample> samples, Way way) {
        return samples.stream().filter(sample -> sample.way == way).map(Sample::cpuMillis).toList();
    }

    /** An instance of its own, beside the others on the same database and topics. */
    private static Startable of(Startable service, Way way, int collector) {
        int port = Ports.free();
        var environment = new HashMap<>(service.environment());
        environment.putAll(
                Map.of(
                        "SERVER_PORT", Integer.toString(port),
                        "WHITELANE_TRACING_STATEMENTS", Boolean.toString(way.statements),
                        "SPRING_KAFKA_CONSUMER_PROPERTIES_GROUP_INSTANCE_ID", way.name()));
        if (way.collected) {
            environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + collector);
        }
        var readiness = service.readiness().replace(":" + service.port() + "/", ":" + port + "/");
        return new Startable(
                service.name(), port, service.jar(), service.extracted(), environment, readiness);
    }

    /** Takes everything and keeps nothing. */
    private static HttpServer collector() throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return server;
    }
}
