package org.whitelane.embedded;

/** One service's database with its roles, each of which may connect to this database only. */
public record Database(
        String name,
        String url,
        Credentials owner,
        Credentials app,
        Credentials relay,
        Credentials eraser,
        Credentials auditor) {}
