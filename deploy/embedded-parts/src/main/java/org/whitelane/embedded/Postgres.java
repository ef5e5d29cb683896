package org.whitelane.embedded;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
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

    private final PostgresProcess programs;
    private final Path data;
    private final int port;
    private final Process server;
    private final FileChannel lock;
    private final Credentials superuser;

    private Postgres(
            PostgresProcess programs,
            Path data,
            int port,
            Process server,
            FileChannel lock,
            Credentials superuser) {
        this.programs = programs;
        this.data = data;
        this.port = port;
        this.server = server;
        this.lock = lock;
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
            Files.createDirectories(dir);
            var lock = lock(dir);
            var programs = new PostgresProcess(PostgresBinaries.folder());
            Path data = dir.resolve("data");
            var superuser = new Credentials("postgres", initialise(dir, data, programs, durable));
            stopLeftOver(data, programs);
            var server = programs.start(data, log, options(port, durable));
            var postgres = new Postgres(programs, data, port, server, lock, superuser);
            postgres.awaitReady(log);
            return postgres;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "PostgreSQL did not start in " + dir + ": " + e.getMessage(), e);
        }
    }

    /**
     * Creates the database and its roles with random passwords, or gives existing roles new ones.
     */
    public Database provision(String database) {
        return provision(database, _ -> Passwords.random());
    }

    /**
     * Creates what is missing and sets the passwords.
     *
     * @param passwords role name to password
     */
    public Database provision(String database, UnaryOperator<String> passwords) {
        try {
            return new Provisioning(this, database).run(passwords);
        } catch (SQLException e) {
            throw new IllegalStateException("Provisioning " + database + " failed.", e);
        }
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** For provisioning, and for tests that do to a session what an operator might. */
    public Credentials superuser() {
        return superuser;
    }

    /** The server's own process, for a supervisor. */
    public Process process() {
        return server;
    }

    @Override
    public void close() {
        try (lock) {
            if (server.isAlive()) {
                programs.run(
                        "pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "60");
            }
        } catch (IOException e) {
            server.destroyForcibly();
            throw new IllegalStateException("PostgreSQL did not stop in an orderly way.", e);
        }
    }

    /** Lets go of the directory without stopping the server: what a killed owner does. */
    void abandon() throws IOException {
        lock.close();
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                url(database), superuser.username(), superuser.password());
    }

    private static List<String> options(int port, boolean durable) {
        String flag = durable ? "on" : "off";
        return List.of(
                "-p", Integer.toString(port),
                "-c", "listen_addresses=127.0.0.1",
                "-c", "unix_socket_directories=",
                "-c", "max_connections=200",
                "-c", "timezone=UTC",
                "-c", "log_timezone=UTC",
                "-c", "fsync=" + flag,
                "-c", "synchronous_commit=" + flag,
                "-c", "full_page_writes=" + flag);
    }

    /** Two servers on one directory would destroy it: the second process is told instead. */
    private static FileChannel lock(Path dir) throws IOException {
        var channel =
                FileChannel.open(
                        dir.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException inThisProcess) {
            // said below
        }
        channel.close();
        throw new IOException("another process uses this directory");
    }

    /**
     * Returns the superuser's password. The data directory appears under its name only when it is
     * complete.
     */
    private static String initialise(Path dir, Path data, PostgresProcess programs, boolean durable)
            throws IOException {
        Path passwordFile = dir.resolve("superuser.password");
        if (!Files.isDirectory(data)) {
            Files.deleteIfExists(passwordFile);
            Files.createFile(
                    passwordFile,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(passwordFile, Passwords.random());
            Path fresh = Files.createTempDirectory(dir, "initialising-");
            programs.run(
                    "initdb",
                    "-D",
                    fresh.toString(),
                    "-U",
                    "postgres",
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + passwordFile,
                    "-E",
                    "UTF-8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    durable ? "--sync-method=fsync" : "--no-sync");
            Files.move(fresh, data);
        }
        return Files.readString(passwordFile);
    }

    /**
     * A killed launcher leaves its server behind; we hold the directory's lock, so nobody owns that
     * server any more.
     */
    private static void stopLeftOver(Path data, PostgresProcess programs) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (Files.exists(pidFile) && isServer(Files.readAllLines(pidFile), data)) {
            programs.run("pg_ctl", "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "60");
        }
    }

    private static boolean isServer(List<String> pidFile, Path data) {
        return !pidFile.isEmpty()
                && ProcessHandle.of(Long.parseLong(pidFile.getFirst().trim()))
                        .flatMap(process -> process.info().commandLine())
                        .filter(line -> line.contains(data.toString()))
                        .isPresent();
    }

    private void awaitReady(Path log) throws IOException {
        Instant limit = Instant.now().plus(START_LIMIT);
        @Nullable SQLException last = null;
        while (Instant.now().isBefore(limit)) {
            try (var _ = connect("postgres")) {
                return;
            } catch (SQLException e) {
                last = e;
            }
            try {
                if (server.waitFor(50, TimeUnit.MILLISECONDS)) {
                    lock.close();
                    throw new IOException(
                            "the server ended with " + server.exitValue() + ", see " + log);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
        server.destroyForcibly();
        lock.close();
        throw new IOException("no answer within " + START_LIMIT + ", see " + log, last);
    }
}
