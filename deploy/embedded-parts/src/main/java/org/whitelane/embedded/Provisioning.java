package org.whitelane.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One service's database and roles, as an operator would create them in production. May be
 * repeated: it creates what is missing and sets everything else again.
 */
final class Provisioning {

    private static final String NAME = "[a-z][a-z0-9_]{0,50}";

    private final PostgresServer server;
    private final String database;

    Provisioning(PostgresServer server, String database) {
        if (!database.matches(NAME)) {
            throw new IllegalArgumentException("Not a database name: " + database);
        }
        this.server = server;
        this.database = database;
    }

    Database run(UnaryOperator<String> passwords) throws SQLException {
        var owner = credentials("owner", passwords);
        var app = credentials("app", passwords);
        var relay = credentials("relay", passwords);
        var eraser = credentials("eraser", passwords);
        var auditor = credentials("auditor", passwords);
        var roles = List.of(owner, app, relay, eraser, auditor);
        try (var connection = server.connect("postgres");
                var statement = connection.createStatement()) {
            for (var role : roles) {
                createRole(connection, statement, role);
            }
            createDatabase(connection, statement, owner);
            // Otherwise every role could connect to the databases that initdb made.
            statement.execute("revoke all on database postgres, template1 from public");
            statement.execute("revoke all on database " + database + " from public");
            for (var role : roles) {
                statement.execute(
                        "grant connect on database %s to %s".formatted(database, role.username()));
            }
        }
        grantSchema(roles);
        return new Database(database, server.url(database), owner, app, relay, eraser, auditor);
    }

    private Credentials credentials(String suffix, UnaryOperator<String> passwords) {
        String role = database + "_" + suffix;
        return new Credentials(role, passwords.apply(role));
    }

    private void createRole(Connection connection, Statement statement, Credentials role)
            throws SQLException {
        if (!exists(connection, "select from pg_roles where rolname = ?", role.username())) {
            statement.execute("create role " + role.username());
        }
        statement.execute(
                "alter role %s login nosuperuser nocreatedb nocreaterole noinherit password '%s'"
                        .formatted(role.username(), role.password().replace("'", "''")));
    }

    private void createDatabase(Connection connection, Statement statement, Credentials owner)
            throws SQLException {
        if (!exists(connection, "select from pg_database where datname = ?", database)) {
            statement.execute("create database %s owner %s".formatted(database, owner.username()));
        }
    }

    private void grantSchema(List<Credentials> roles) throws SQLException {
        try (var connection = server.connect(database);
                var statement = connection.createStatement()) {
            statement.execute("revoke all on schema public from public");
            for (var role : roles) {
                statement.execute("grant usage on schema public to " + role.username());
            }
            statement.execute("grant create on schema public to " + roles.getFirst().username());
        }
    }

    private static boolean exists(Connection connection, String query, String name)
            throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }
}
