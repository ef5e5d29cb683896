package org.whitelane.testing;

import org.whitelane.embedded.Ports;
import org.whitelane.embedded.Postgres;

final class TestPostgres {

    private TestPostgres() {}

    static Postgres start() {
        var folder = Scratch.folder("postgres");
        var postgres = Postgres.start(folder, Ports.free(), false);
        Scratch.atExit(folder, postgres::close);
        return postgres;
    }
}
