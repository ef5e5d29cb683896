package org.whitelane.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Tells from outside whether a part is ready to serve. */
interface Probe {

    /** Called before a run starts. */
    default void reset() {}

    boolean ready();

    static Probe http(String url) {
        var request =
                HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(10)).build();
        return () -> {
            try {
                return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
            } catch (IOException notYet) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        };
    }

    /**
     * Waits for a line in what the run prints; earlier runs' lines in the same file do not count.
     */
    static Probe logLine(Path log, String text) {
        return new Probe() {
            private long from;

            @Override
            public void reset() {
                from = log.toFile().length();
            }

            @Override
            public boolean ready() {
                try (var in = Files.newInputStream(log)) {
                    in.skipNBytes(from);
                    return new String(in.readAllBytes(), UTF_8).contains(text);
                } catch (IOException notYet) {
                    return false;
                }
            }
        };
    }

    HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
}
