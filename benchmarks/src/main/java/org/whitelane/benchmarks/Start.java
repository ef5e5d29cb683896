package org.whitelane.benchmarks;

import org.whitelane.localstack.Startable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** What one start has used when the service was ready. */
record Start(double seconds, double cpuSeconds, double pssMebibytes) {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    static Start measure(List<String> command, Startable service, Path log)
            throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(service.environment());
        long begun = System.nanoTime();
        var process = builder.start();
        try {
            awaitReady(process, service, log);
            double seconds = (System.nanoTime() - begun) / 1e9;
            var handle = process.toHandle();
            return new Start(
                    seconds,
                    ProcessUse.cpuMillis(handle) / 1000.0,
                    ProcessUse.pssKibibytes(handle) / 1024.0);
        } finally {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    static void awaitReady(Process process, Startable service, Path log)
            throws InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(service.readiness()))
                        .timeout(Duration.ofSeconds(10))
                        .build();
        long limit = System.nanoTime() + LIMIT.toNanos();
        while (process.isAlive() && System.nanoTime() < limit) {
            try {
                if (CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // it does not listen yet
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException(service.name() + " did not become ready, see " + log);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%.2f s, %.2f CPU s, %.0f MiB", seconds, cpuSeconds, pssMebibytes);
    }
}
