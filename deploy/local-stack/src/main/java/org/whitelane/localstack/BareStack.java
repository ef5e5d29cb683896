package org.whitelane.localstack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Database, broker and mail server, for who starts the services himself, one by one. */
public final class BareStack implements AutoCloseable {

    private final Suite suite;

    private BareStack(Suite suite) {
        this.suite = suite;
    }

    /** Returns when all three are up. */
    public static BareStack start(Path home, Path data, int portBase) throws IOException {
        var ports = PortPlan.usual().from(portBase);
        var options = new Options(data, ports, Set.of(Options.Wish.NO_STORY));
        var silent = new Console(new PrintStream(OutputStream.nullOutputStream()));
        var suite = new Suite(home, options, silent, new RunFolder(data.resolve("run")));
        try {
            suite.startInfrastructure();
        } catch (IOException | RuntimeException e) {
            suite.stop();
            throw e;
        }
        return new BareStack(suite);
    }

    public List<Startable> services() {
        return suite.services();
    }

    @Override
    public void close() {
        suite.stop();
    }
}
