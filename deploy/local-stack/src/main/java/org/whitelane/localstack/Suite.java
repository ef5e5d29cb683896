package org.whitelane.localstack;

import org.whitelane.embedded.Broker;
import org.whitelane.embedded.Database;
import org.whitelane.embedded.MailSink;
import org.whitelane.events.Topic;
import org.whitelane.localstack.jvm.JavaProgram;
import org.whitelane.localstack.jvm.StartCaches;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** All parts, in the order in which they need each other. */
final class Suite {

    static final String POSTGRES = "postgres";

    /** How many parts come before the services; PostgreSQL is the first. */
    private static final int INFRASTRUCTURE = 3;

    private final Applications applications;
    private final Options options;
    private final Console console;
    private final RunFolder run;
    private final Configuration configuration;
    private final PostgresRunner postgres;
    private final StartCaches startCaches;
    private final Secrets secrets;
    private final List<Part> parts = new CopyOnWriteArrayList<>();
    private boolean stopping;

    Suite(Path home, Options options, Console console, RunFolder run) throws IOException {
        applications = new Applications(home);
        this.options = options;
        this.console = console;
        this.run = run;
        Files.createDirectories(data("logs"));
        Files.createDirectories(data("key-sets"));
        secrets = new Secrets(data("secrets"));
        configuration = new Configuration(options.dataDirectory(), options.ports(), secrets);
        startCaches =
                new StartCaches(
                        home.resolve("deploy/local-stack/target/start-caches"),
                        data("run").resolve("classes"));
        postgres =
                new PostgresRunner(
                        data("postgres"), options.ports().of(Port.POSTGRES), log(POSTGRES));
    }

    String registrarSecret() {
        return configuration.registrarSecret();
    }

    StartCaches startCaches() {
        return startCaches;
    }

    /** Returns when everything is ready. */
    void start() throws IOException {
        startInfrastructure();
        var services = new ArrayList<Part>();
        for (var service : services()) {
            services.add(part(service));
        }
        Parallel.run(services.stream().map(service -> (Runnable) service::start).toList());
    }

    void startInfrastructure() throws IOException {
        List<Runnable> first = new ArrayList<>();
        first.add(part(POSTGRES, options.ports().of(Port.POSTGRES), postgres)::start);
        first.add(part("broker", options.ports().of(Port.KAFKA), broker())::start);
        first.add(part("inbox", options.ports().of(Port.INBOX), mail())::start);
        first.add(applications::extract);
        Parallel.run(first);
    }

    /** Services first, then broker and mail server, the database last. */
    void stop() {
        synchronized (this) {
            stopping = true;
        }
        var infrastructure = parts.stream().limit(INFRASTRUCTURE).toList();
        stop(parts.stream().skip(INFRASTRUCTURE));
        stop(infrastructure.stream().skip(1));
        stop(infrastructure.stream().limit(1));
    }

    private static void stop(Stream<Part> parts) {
        Parallel.run(parts.map(part -> (Runnable) part::stop).toList());
    }

    /** After the infrastructure is up. */
    List<Startable> services() {
        return List.of(
                service(
                        "registry-service",
                        Port.REGISTRY,
                        configuration.registry(database("registry"))),
                service(
                        "approval-service",
                        Port.APPROVAL,
                        configuration.approval(database("approval"))),
                service(
                        "import-whitelist-service",
                        Port.WHITELIST,
                        configuration.whitelist(database("whitelist"))),
                service(
                        "notification-service",
                        Port.NOTIFICATION,
                        configuration.notification(database("notification"))),
                service("gateway", Port.GATEWAY, configuration.gateway()));
    }

    private Database database(String name) {
        return postgres.provision(name, secrets);
    }

    private Startable service(String name, Port port, Map<String, String> environment) {
        return new Startable(
                name,
                options.ports().of(port),
                applications.jar(name),
                applications.extracted(name),
                environment,
                options.ports().url(port) + "/actuator/health/readiness");
    }

    private Part part(Startable service) throws IOException {
        var program = JavaProgram.ofJar(service.extracted());
        var ready = Probe.http(service.readiness());
        return part(
                service.name(),
                service.port(),
                jvm(service.name(), program, service.environment(), ready));
    }

    private Runner broker() throws IOException {
        List<String> arguments = new ArrayList<>();
        arguments.add(data("broker").toString());
        arguments.add(Integer.toString(options.ports().of(Port.KAFKA)));
        arguments.add(Integer.toString(options.ports().of(Port.KAFKA_CONTROLLER)));
        Stream.of(Topic.values())
                .map(topic -> topic.topicName() + ":" + Topic.PARTITIONS)
                .forEach(arguments::add);
        var ready = Probe.logLine(log("broker"), "Broker ready on");
        var told = configuration.broker();
        return jvm("broker", ownClass(Broker.class, arguments), told, ready);
    }

    private Runner mail() throws IOException {
        var arguments =
                List.of(
                        data("mail").toString(),
                        Integer.toString(options.ports().of(Port.SMTP)),
                        Integer.toString(options.ports().of(Port.INBOX)));
        var ready = Probe.http(options.ports().url(Port.INBOX) + "/api/messages");
        return jvm("inbox", ownClass(MailSink.class, arguments), Map.of(), ready);
    }

    private static JavaProgram ownClass(Class<?> main, List<String> arguments) {
        return JavaProgram.ofClass(
                System.getProperty("java.class.path"), main.getName(), arguments);
    }

    private Runner jvm(
            String name, JavaProgram program, Map<String, String> environment, Probe probe)
            throws IOException {
        return new JvmRunner(program, environment, log(name), probe, startCaches.of(name, program));
    }

    private Part part(String name, int port, Runner runner) {
        var part = new Part(name, port, log(name), runner, console, this::note);
        synchronized (this) {
            if (stopping) {
                throw new IllegalStateException("The suite is being stopped.");
            }
            parts.add(part);
        }
        return part;
    }

    /** Parts start side by side: who looked earlier must not write later. */
    private void note() {
        synchronized (run) {
            run.write(parts.stream().map(Part::status).filter(Objects::nonNull).toList());
        }
    }

    private Path data(String name) {
        return options.dataDirectory().resolve(name);
    }

    private Path log(String name) {
        return data("logs").resolve(name + ".log");
    }
}
