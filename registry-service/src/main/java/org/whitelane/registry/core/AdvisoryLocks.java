package org.whitelane.registry.core;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets one instance at a time do what must happen once, until its transaction ends. */
@Component
public class AdvisoryLocks {

    private final JdbcClient jdbc;

    public AdvisoryLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void take(String name) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "whitelane." + name)
                .query(Integer.class)
                .single();
    }
}
