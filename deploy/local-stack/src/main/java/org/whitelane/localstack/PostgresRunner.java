package org.whitelane.localstack;

import org.jspecify.annotations.Nullable;
import org.whitelane.embedded.Database;
import org.whitelane.embedded.Postgres;

import java.nio.file.Path;

/** The database server, a child of the launcher. */
final class PostgresRunner implements Runner {

    private final Path dir;
    private final int port;
    private final Path log;
    private volatile @Nullable Postgres server;

    PostgresRunner(Path dir, int port, Path log) {
        this.dir = dir;
        this.port = port;
        this.log = log;
    }

    @Override
    public Process start() {
        var died = server;
        if (died != null) {
            died.close();
        }
        var started = Postgres.start(dir, port, true, log);
        server = started;
        return started.process();
    }

    @Override
    public boolean ready() {
        return server != null;
    }

    @Override
    public void stop(Process run) {
        var running = server;
        if (running != null) {
            running.close();
        }
    }

    Database provision(String database, Secrets secrets) {
        var running = server;
        if (running == null) {
            throw new IllegalStateException("PostgreSQL is not running.");
        }
        return running.provision(database, secrets::password);
    }
}
