package org.whitelane.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs PostgreSQL's own programs, also as root, which the server itself refuses. */
final class PostgresProcess {

    private final Path binaries;

    PostgresProcess(Path binaries) {
        this.binaries = binaries;
    }

    /**
     * Starts the server as our child, in a session of its own: a Ctrl-C in the terminal must not
     * reach it before its clients.
     */
    Process start(Path data, Path log, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(command("postgres", "-D", data.toString()));
        command.addAll(options);
        return builder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Runs to the end; an exit code other than 0 is reported with what the program printed. */
    void run(String program, String... arguments) throws IOException {
        File output = File.createTempFile("postgres", ".out");
        try {
            var process =
                    builder(command(program, arguments))
                            .redirectErrorStream(true)
                            .redirectOutput(output)
                            .start();
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(program + " did not end within three minutes.");
            }
            if (process.exitValue() != 0) {
                throw new IOException(failure(program, Files.readString(output.toPath())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while " + program + " ran.", e);
        } finally {
            Files.delete(output.toPath());
        }
    }

    private static String failure(String program, String output) {
        String hint =
                output.contains("unshare")
                        ? " As root it needs a user namespace, which this system refuses: start as"
                                + " an ordinary user."
                        : "";
        return program + " failed: " + output.strip() + hint;
    }

    private List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // A user namespace without a mapping: the server sees an ordinary user, the files stay
            // ours.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C");
        return builder;
    }
}
