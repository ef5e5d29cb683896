package org.whitelane.whitelist.entry;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** What was told once about an entry, whichever instance told it. */
@Repository
class Notices {

    static final String EXPIRING = "EXPIRING";
    static final String QUOTA_LOW = "QUOTA_LOW";

    private final JdbcClient db;

    Notices(JdbcClient db) {
        this.db = db;
    }

    /** True for whoever may tell it: once, and in the transaction that tells it. */
    boolean first(UUID entry, String kind, String about, Instant now) {
        return db.sql(
                                """
                                insert into entry_notice (entry, kind, about, told_at)
                                values (:entry, :kind, :about, :now)
                                on conflict do nothing
                                """)
                        .param("entry", entry)
                        .param("kind", kind)
                        .param("about", about)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
