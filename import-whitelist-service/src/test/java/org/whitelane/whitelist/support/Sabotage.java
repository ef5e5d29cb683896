package org.whitelane.whitelist.support;

import org.whitelane.testing.Infra;

import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Makes one statement of the service fail on the real database, as a full disk, a lost server or a
 * bug would; until it is closed.
 */
public final class Sabotage implements AutoCloseable {

    private final String table;

    /**
     * @param moment of the trigger, e.g. {@code before insert}
     * @param when of the row, in SQL
     * @param what the trigger does
     */
    private Sabotage(String table, String moment, String when, String what) {
        this.table = table;
        var deferred = moment.contains("at commit");
        var kind = deferred ? "constraint trigger" : "trigger";
        run(
                """
                create function sabotage() returns trigger language plpgsql as $$
                begin
                  %s;
                  return coalesce(new, old);
                end $$
                """
                        .formatted(what),
                "grant execute on function sabotage() to public",
                "create %s sabotage %s on %s %s for each row when (%s) execute function sabotage()"
                        .formatted(
                                kind,
                                moment.replace(" at commit", ""),
                                table,
                                deferred ? "deferrable initially deferred" : "",
                                when));
    }

    /** The statement is refused. */
    public static Sabotage raising(String table, String moment, String when) {
        return new Sabotage(table, moment, when, "raise exception 'sabotage'");
    }

    /** The server drops the connection in the middle of it. */
    public static Sabotage hangingUp(String table, String moment, String when) {
        return new Sabotage(
                table,
                moment,
                when,
                "perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(5)");
    }

    @Override
    public void close() {
        run("drop trigger sabotage on " + table, "drop function sabotage()");
    }

    private static void run(String... statements) {
        var root = Infra.superuser();
        var url = Infra.database("whitelist").url();
        try (var connection = DriverManager.getConnection(url, root.username(), root.password());
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
