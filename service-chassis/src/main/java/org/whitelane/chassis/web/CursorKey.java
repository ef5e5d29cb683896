package org.whitelane.chassis.web;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.function.Supplier;

/** Read at the first use: the service starts while its database is slow. The key never changes. */
final class CursorKey implements Supplier<byte[]> {

    private final JdbcClient db;
    private volatile byte @Nullable [] key;

    CursorKey(JdbcClient db) {
        this.db = db;
    }

    @Override
    public byte[] get() {
        var known = key;
        if (known == null) {
            known =
                    db.sql("select key from chassis_key where name = 'cursor'")
                            .query(byte[].class)
                            .single();
            key = known;
        }
        return known;
    }
}
