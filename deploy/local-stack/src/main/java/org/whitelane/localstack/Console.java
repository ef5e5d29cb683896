package org.whitelane.localstack;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** What the launcher tells the person in front of it. */
final class Console {

    private final PrintStream out;

    Console(PrintStream out) {
        this.out = out;
    }

    void say(String text) {
        out.println(text);
    }

    void ready(String name, int port, Duration took) {
        out.println(
                String.format(
                        Locale.ROOT,
                        "  ✓ %-26s 127.0.0.1:%-6d %5.1f s",
                        name,
                        port,
                        took.toMillis() / 1000.0));
    }

    void died(String name, int exitCode) {
        out.println("  ! %s ended with %d, starting it again".formatted(name, exitCode));
    }

    /** For a part that did not come up. */
    synchronized void tail(Path log) {
        out.println("  The end of " + log + ":");
        try {
            LogTail.of(log).forEach(line -> out.println("    | " + line));
        } catch (IOException e) {
            out.println("    (unreadable: " + e.getMessage() + ")");
        }
    }
}
