package org.whitelane.embedded;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * A real PostgreSQL server on 127.0.0.1, a child of this process. Everybody logs in with a password
 * (SCRAM), the superuser too; its random password lies in the server's directory. Data survives a
 * restart on the same directory.
 */
public final class Postgres implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private final PostgresFolder folder;
    private final int port;
    private final Process server;
    private final Credentials superuser;

    private Postgres(PostgresFolder folder, int port, Process server, Credentials superuser) {
        this.folder = folder;
        this.port = port;
        this.server = server;
        this.superuser = superuser;
    }

    public static Postgres start(Path dir, int port, boolean durable) {
        return start(dir, port, durable, dir.resolve("postgres.log"));
    }

    /**
     * Returns when the server answers.
     *
     * @param durable fsync and synchronous commit on; off is for tests, where a crash of the
     *     machine loses nothing
     * @param log what the server prints is appended here
     */
    public static Postgres start(Path dir, int port, boolean durable, Path log) {
        try {
            return start(PostgresFolder.open(dir), port, durable, log);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "PostgreSQL did not start in " + dir + ": " + e.getMessage(), e);
        }
    }

    private static Postgres start(PostgresFolder folder, int port, boolean durable, Path log)
            throws IOException {
        try {
            var superuser = new Credentials("postgres", folder.initialise(durable));
            folder.stopLeftOver();
            var server = folder.start(log, options(port, durable));
            var postgres = new Postgres(folder, port, server, superuser);
            postgres.awaitReady(log);
            return postgres;
        } catch (IOException e) {
            folder.close();
            throw e;
        }
    }

    /** Stops a server whose owner was killed; nothing happens when there is none. */
    public static void stopLeftOver(Path dir) throws IOException {
        try (var folder = PostgresFolder.open(dir)) {
            folder.stopLeftOver();
        }
    }

    public Database provision(String database) {
        return address().provision(database);
    }

    public Database provision(String database, UnaryOperator<String> passwords) {
        return address().provision(database, passwords);
    }

    /** What a client needs to know of this server. */
    public PostgresServer address() {
        return new PostgresServer("127.0.0.1", port, superuser);
    }

    /** The server's own process, for a supervisor. */
    public Process process() {
        return server;
    }

    @Override
    public void close() {
        try (folder) {
            if (server.isAlive()) {
                folder.stopServer();
            }
        } catch (IOException e) {
            server.destroyForcibly();
            throw new IllegalStateException("PostgreSQL did not stop in an orderly way.", e);
        }
    }

    /** Lets go of the directory without stopping the server: what a killed owner does. */
    void abandon() throws IOException {
        folder.close();
    }

    private static List<String> options(int port, boolean durable) {
        List<String> options =
                new ArrayList<>(
                        List.of(
                                "-p", Integer.toString(port),
                                "-c", "listen_addresses=127.0.0.1",
                                "-c", "unix_socket_directories="));
        for (String setting : PostgresServer.settings(durable)) {
            options.add("-c");
            options.add(setting);
        }
        return options;
    }

    private void awaitReady(Path log) throws IOException {
        Instant limit = Instant.now().plus(START_LIMIT);
        @Nullable SQLException last = null;
        while (Instant.now().isBefore(limit)) {
            try (var _ = address().connect("postgres")) {
                return;
            } catch (SQLException e) {
                last = e;
            }
            try {
                if (server.waitFor(50, TimeUnit.MILLISECONDS)) {
                    throw new IOException(
                            "the server ended with " + server.exitValue() + ", see " + log);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
        server.destroyForcibly();
        throw new IOException("no answer within " + START_LIMIT + ", see " + log, last);
    }
}
