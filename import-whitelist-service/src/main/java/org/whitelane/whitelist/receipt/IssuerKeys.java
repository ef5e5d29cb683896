package org.whitelane.whitelist.receipt;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.chassis.keys.KeyWrap;
import org.whitelane.whitelist.signing.Ed25519Key;

import java.security.PrivateKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys in the database, which every instance asks each time: a rotation holds everywhere at
 * once. Only the unwrapping is remembered, since a key never changes.
 */
@Repository
class IssuerKeys {

    private final JdbcClient db;
    private final KeyWrap wrap;
    private final Map<String, PrivateKey> unwrapped = new ConcurrentHashMap<>();

    IssuerKeys(JdbcClient db, KeyWrap wrap) {
        this.db = db;
        this.wrap = wrap;
    }

    /** One change at a time, in the caller's transaction; who only signs does not wait. */
    void lock() {
        db.sql("lock table issuer_key in share row exclusive mode").update();
    }

    Optional<IssuerKey> signing() {
        return db.sql(
                        "select kid, x, wrapped, created_at from issuer_key where wrapped is not"
                                + " null")
                .query((row, _) -> read(row))
                .optional();
    }

    /** Whose signatures count; the newest first. */
    List<Ed25519Key> published() {
        return db.sql("select x from issuer_key where revoked_at is null order by created_at desc")
                .query((row, _) -> new Ed25519Key(row.getString("x")))
                .list();
    }

    boolean isPublished(String kid) {
        return db.sql("select revoked_at is null from issuer_key where kid = :kid")
                .param("kid", kid)
                .query(Boolean.class)
                .single();
    }

    void add(IssuerKey key) {
        db.sql(
                        """
                        insert into issuer_key (kid, x, wrapped, created_at)
                        values (:kid, :x, :wrapped, :now)
                        """)
                .param("kid", key.kid())
                .param("x", key.key().x())
                .param("wrapped", wrap.wrap(key.kid(), key.secret().getEncoded()))
                .param("now", utc(key.createdAt()))
                .update();
    }

    /** It has signed for the last time; a private key that nothing needs is only a risk. */
    void retire(String kid) {
        db.sql("update issuer_key set wrapped = null where kid = :kid").param("kid", kid).update();
        unwrapped.remove(kid);
    }

    void revoke(String kid, Instant now) {
        db.sql("update issuer_key set wrapped = null, revoked_at = :now where kid = :kid")
                .param("kid", kid)
                .param("now", utc(now))
                .update();
        unwrapped.remove(kid);
    }

    /** Whether it lay under another key than the file's first. */
    boolean rewrap() {
        wrap.readAgain();
        var again =
                db.sql("select kid, wrapped from issuer_key where wrapped is not null")
                        .query((row, _) -> rewrapped(row.getString("kid"), row.getBytes("wrapped")))
                        .optional()
                        .flatMap(key -> key);
        again.ifPresent(
                key ->
                        db.sql("update issuer_key set wrapped = :wrapped where kid = :kid")
                                .param("kid", key.kid())
                                .param("wrapped", key.wrapped())
                                .update());
        return again.isPresent();
    }

    String fingerprint() {
        return wrap.fingerprint();
    }

    private Optional<Wrapped> rewrapped(String kid, byte[] wrapped) {
        return wrap.rewrap(kid, wrapped).map(again -> new Wrapped(kid, again));
    }

    private record Wrapped(String kid, byte[] wrapped) {}

    private IssuerKey read(ResultSet row) throws SQLException {
        var kid = row.getString("kid");
        var wrapped = row.getBytes("wrapped");
        return new IssuerKey(
                kid,
                new Ed25519Key(row.getString("x")),
                unwrapped.computeIfAbsent(kid, k -> IssuerKey.secret(k, wrap.unwrap(k, wrapped))),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
