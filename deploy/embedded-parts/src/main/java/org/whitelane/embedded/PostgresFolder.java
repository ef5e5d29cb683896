package org.whitelane.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A server's directory, ours alone as long as it is open. */
final class PostgresFolder implements AutoCloseable {

    private final Path dir;
    private final FileChannel lock;
    private final PostgresProcess programs;

    private PostgresFolder(Path dir, FileChannel lock, PostgresProcess programs) {
        this.dir = dir;
        this.lock = lock;
        this.programs = programs;
    }

    static PostgresFolder open(Path dir) throws IOException {
        Files.createDirectories(dir);
        return new PostgresFolder(dir, lock(dir), new PostgresProcess(PostgresBinaries.folder()));
    }

    Process start(Path log, List<String> options) throws IOException {
        return programs.start(data(), log, options);
    }

    void stopServer() throws IOException {
        programs.run("pg_ctl", "stop", "-D", data().toString(), "-m", "fast", "-w", "-t", "60");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private Path data() {
        return dir.resolve("data");
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
    String initialise(boolean durable) throws IOException {
        Path passwordFile = dir.resolve("superuser.password");
        if (!Files.isDirectory(data())) {
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
            Files.move(fresh, data());
        }
        return Files.readString(passwordFile);
    }

    /**
     * A killed launcher leaves its server behind; we hold the directory's lock, so nobody owns that
     * server any more.
     */
    void stopLeftOver() throws IOException {
        Path pidFile = data().resolve("postmaster.pid");
        if (Files.exists(pidFile) && isServer(Files.readAllLines(pidFile))) {
            stopServer();
        }
    }

    private boolean isServer(List<String> pidFile) {
        return !pidFile.isEmpty()
                && ProcessHandle.of(Long.parseLong(pidFile.getFirst().trim()))
                        .flatMap(process -> process.info().commandLine())
                        .filter(line -> line.contains(data().toString()))
                        .isPresent();
    }
}
