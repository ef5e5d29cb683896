package org.whitelane.benchmarks;

import org.whitelane.localstack.Startable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A service that stays up between the turns. */
final class ServiceProcess implements AutoCloseable {

    private static final int CALLERS = 4;

    private final Process process;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    private ServiceProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Returns when it is ready. */
    static ServiceProcess start(List<String> command, Startable service, Path log)
            throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(service.environment());
        var started = new ServiceProcess(builder.start(), service.port());
        try {
            Start.awaitReady(started.process, service, log);
            return started;
        } catch (InterruptedException | RuntimeException e) {
            started.close();
            throw e;
        }
    }

    /**
     * @return milliseconds of processor time that the process used meanwhile
     */
    long ask(String path, int requests) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
        var callers = new ArrayList<Callable<Void>>();
        for (int i = 0; i < CALLERS; i++) {
            callers.add(() -> ask(request, requests / CALLERS));
        }
        long before = ProcessUse.cpuMillis(process.toHandle());
        try (var threads = Executors.newFixedThreadPool(CALLERS)) {
            for (var caller : threads.invokeAll(callers)) {
                caller.get();
            }
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return ProcessUse.cpuMillis(process.toHandle()) - before;
    }

    private Void ask(HttpRequest request, int times) throws IOException, InterruptedException {
        for (int i = 0; i < times; i++) {
            int status = http.send(request, BodyHandlers.ofString()).statusCode();
            if (status != 200) {
                throw new IllegalStateException(request + " answered " + status);
            }
        }
        return null;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
