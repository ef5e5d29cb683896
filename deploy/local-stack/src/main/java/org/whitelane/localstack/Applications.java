package org.whitelane.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The services and the gateway as Maven has built them. */
final class Applications {

    private static final List<String> NAMES =
            List.of(
                    "registry-service",
                    "approval-service",
                    "import-whitelist-service",
                    "notification-service",
                    "gateway");

    private static final String VERSION = "0.1.0-SNAPSHOT";

    private final Path home;
    private final Map<String, Path> extracted = new ConcurrentHashMap<>();

    Applications(Path home) {
        this.home = home;
    }

    /** Lays out every jar on disk, unless an earlier start did. */
    void extract() {
        Parallel.run(NAMES.stream().map(name -> (Runnable) () -> extract(name)).toList());
    }

    /** What to start, after {@link #extract()}. */
    Path extracted(String name) {
        return Objects.requireNonNull(extracted.get(name), name);
    }

    Path jar(String name) {
        return home.resolve(name).resolve("target").resolve(name + "-" + VERSION + ".jar");
    }

    private void extract(String name) {
        try {
            Path apps = home.resolve("deploy/local-stack/target/apps");
            extracted.put(name, BootJar.extracted(jar(name), apps));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
