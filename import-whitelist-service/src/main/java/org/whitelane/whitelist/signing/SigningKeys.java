package org.whitelane.whitelist.signing;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.whitelist.signing.SigningKey.Revocation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stored public keys and open challenges. */
@Repository
public class SigningKeys {

    private static final String SELECT =
            """
            select id, x, credential, organisation, registered_at, revoked_at, revoked_reason, revoked_by
            from signing_key
            """;

    private final JdbcClient db;

    SigningKeys(JdbcClient db) {
        this.db = db;
    }

    public Optional<SigningKey> find(String id) {
        return db.sql(SELECT + "where id = :id").param("id", id).query(SigningKeys::key).optional();
    }

    /**
     * Until the transaction ends it is not revoked: a revocation comes before what the caller does,
     * or after it.
     */
    public Optional<SigningKey> activeOf(String credential) {
        return db.sql(SELECT + "where credential = :credential and revoked_at is null for share")
                .param("credential", credential)
                .query(SigningKeys::key)
                .optional();
    }

    /** Of those named, which are revoked; they stay as they are until the transaction ends. */
    public List<SigningKey> revokedAmong(Collection<String> ids) {
        return db
                .sql(SELECT + "where id = any (:ids) order by id for share")
                .param("ids", ids.toArray(String[]::new))
                .query(SigningKeys::key)
                .list()
                .stream()
                .filter(key -> !key.isActive())
                .toList();
    }

    public List<SigningKey> ofCredential(String credential) {
        return db.sql(SELECT + "where credential = :credential order by registered_at desc, id")
                .param("credential", credential)
                .query(SigningKeys::key)
                .list();
    }

    Optional<SigningKey> lock(String id) {
        return db.sql(SELECT + "where id = :id for update")
                .param("id", id)
                .query(SigningKeys::key)
                .optional();
    }

    /** False when somebody has it, or when the credential has an active one. */
    boolean add(SigningKey key) {
        return db.sql(
                                """
                                insert into signing_key (id, x, credential, organisation, registered_at)
                                values (:id, :x, :credential, :organisation, :at)
                                on conflict do nothing
                                """)
                        .param("id", key.id())
                        .param("x", key.key().x())
                        .param("credential", key.credential())
                        .param("organisation", key.organisation())
                        .param("at", Timestamp.from(key.registeredAt()))
                        .update()
                == 1;
    }

    void revoke(String id, Revocation why) {
        db.sql(
                        """
                        update signing_key
                        set revoked_at = :at, revoked_reason = :reason, revoked_by = :by
                        where id = :id
                        """)
                .param("at", Timestamp.from(why.at()))
                .param("reason", why.reason())
                .param("by", why.by())
                .param("id", id)
                .update();
    }

    void add(KeyChallenge challenge) {
        db.sql(
                        """
                        insert into signing_challenge (id, credential, organisation, nonce, expires_at)
                        values (:id, :credential, :organisation, :nonce, :expiresAt)
                        """)
                .param("id", challenge.id())
                .param("credential", challenge.credential())
                .param("organisation", challenge.organisation())
                .param("nonce", challenge.nonce())
                .param("expiresAt", Timestamp.from(challenge.expiresAt()))
                .update();
    }

    /** Gone with the registration that it is for; one that is refused leaves it open. */
    Optional<KeyChallenge> take(UUID id, String credential) {
        return db.sql(
                        """
                        delete from signing_challenge where id = :id and credential = :credential
                        returning id, credential, organisation, nonce, expires_at
                        """)
                .param("id", id)
                .param("credential", credential)
                .query(
                        (row, _) ->
                                new KeyChallenge(
                                        row.getObject("id", UUID.class),
                                        row.getString("credential"),
                                        row.getString("organisation"),
                                        row.getString("nonce"),
                                        row.getTimestamp("expires_at").toInstant()))
                .optional();
    }

    /** Those nobody answered in time. */
    void forgetExpired(Instant now) {
        db.sql("delete from signing_challenge where expires_at < :now")
                .param("now", Timestamp.from(now))
                .update();
    }

    private static SigningKey key(ResultSet row, int number) throws SQLException {
        return new SigningKey(
                row.getString("id"),
                new Ed25519Key(row.getString("x")),
                row.getString("credential"),
                row.getString("organisation"),
                row.getTimestamp("registered_at").toInstant(),
                revocation(row));
    }

    private static @Nullable Revocation revocation(ResultSet row) throws SQLException {
        var at = row.getTimestamp("revoked_at");
        return at == null
                ? null
                : new Revocation(
                        at.toInstant(),
                        row.getString("revoked_reason"),
                        row.getString("revoked_by"));
    }
}
