package org.whitelane.testing;

import org.whitelane.embedded.Ports;
import org.whitelane.embedded.Postgres;
import org.whitelane.embedded.PostgresServer;
import org.whitelane.testing.Availability.NotThere;
import org.whitelane.testing.Availability.There;

/** The parts from Maven artefacts. */
final class EmbeddedParts implements Parts {

    /** The binaries that we build with are for one system only. */
    static Availability availability(String system, String architecture) {
        if (system.equals("Linux") && architecture.equals("amd64")) {
            return new There("Linux on amd64");
        }
        return new NotThere(
                "PostgreSQL's Maven artefact is for Linux on amd64, this is %s on %s"
                        .formatted(system, architecture));
    }

    @Override
    public PostgresServer postgres() {
        return PostgresHolder.POSTGRES.address();
    }

    @Override
    public StoppableBroker broker() {
        return BrokerHolder.BROKER;
    }

    private static Postgres startPostgres() {
        var folder = Scratch.folder("postgres");
        var postgres = Postgres.start(folder, Ports.free(), false);
        Scratch.atExit(folder, postgres::close);
        return postgres;
    }

    private static final class PostgresHolder {
        static final Postgres POSTGRES = startPostgres();
    }

    private static final class BrokerHolder {
        static final EmbeddedBroker BROKER = new EmbeddedBroker();
    }
}
