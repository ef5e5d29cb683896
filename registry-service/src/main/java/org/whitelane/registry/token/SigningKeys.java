package org.whitelane.registry.token;

import com.nimbusds.jose.jwk.RSAKey;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.chassis.keys.KeyWrap;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The keys in the database, which every instance asks each time: a rotation holds everywhere at
 * once. Only the unwrapping is remembered, since a key never changes.
 */
@Repository
class SigningKeys {

    private final JdbcClient jdbc;
    private final KeyWrap wrap;
    private final Map<String, RSAKey> unwrapped = new ConcurrentHashMap<>();

    SigningKeys(JdbcClient jdbc, KeyWrap wrap) {
        this.jdbc = jdbc;
        this.wrap = wrap;
    }

    /**
     * Those a token may be signed with that is valid now; first the one that does not retire,
     * whatever the clocks say.
     */
    List<SigningKey> published(Instant now) {
        var keys =
                jdbc.sql(
                                """
                                select kid, wrapped, created_at from signing_key
                                where (retires_at is null or retires_at > :now) and wrapped is not null
                                order by retires_at desc nulls first
                                """)
                        .param("now", utc(now))
                        .query((rs, n) -> read(rs))
                        .list();
        unwrapped
                .keySet()
                .retainAll(keys.stream().map(SigningKey::kid).collect(Collectors.toSet()));
        return keys;
    }

    void add(SigningKey key) {
        var plain = key.jwk().toJSONString().getBytes(StandardCharsets.UTF_8);
        jdbc.sql("insert into signing_key (kid, wrapped, created_at) values (:kid, :wrapped, :now)")
                .param("kid", key.kid())
                .param("wrapped", wrap.wrap(key.kid(), plain))
                .param("now", utc(key.createdAt()))
                .update();
    }

    /** The newest key has signed its last token; it stays published for a while. */
    void retireNewestAt(Instant then) {
        jdbc.sql("update signing_key set retires_at = :then where retires_at is null")
                .param("then", utc(then))
                .update();
    }

    /** A private key that nothing needs any more is only a risk. */
    void destroyRetired(Instant now) {
        jdbc.sql("update signing_key set wrapped = null where retires_at <= :now")
                .param("now", utc(now))
                .update();
    }

    /**
     * In the caller's transaction; how many were wrapped with another key than the file's first.
     */
    int rewrap() {
        wrap.readAgain();
        int count = 0;
        for (var row : wrapped()) {
            var again = wrap.rewrap(row.kid(), row.wrapped());
            if (again.isPresent()) {
                jdbc.sql("update signing_key set wrapped = :wrapped where kid = :kid")
                        .param("kid", row.kid())
                        .param("wrapped", again.get())
                        .update();
                count++;
            }
        }
        return count;
    }

    String fingerprint() {
        return wrap.fingerprint();
    }

    private List<Wrapped> wrapped() {
        return jdbc.sql(
                        """
                        select kid, wrapped from signing_key where wrapped is not null order by kid for update
                        """)
                .query((rs, n) -> new Wrapped(rs.getString("kid"), rs.getBytes("wrapped")))
                .list();
    }

    private record Wrapped(String kid, byte[] wrapped) {}

    private SigningKey read(ResultSet rs) throws SQLException {
        var kid = rs.getString("kid");
        var wrapped = rs.getBytes("wrapped");
        var created = rs.getObject("created_at", OffsetDateTime.class).toInstant();
        return new SigningKey(unwrapped.computeIfAbsent(kid, k -> unwrap(k, wrapped)), created);
    }

    private RSAKey unwrap(String kid, byte[] wrapped) {
        try {
            return RSAKey.parse(new String(wrap.unwrap(kid, wrapped), StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new IllegalStateException("Signing key %s is damaged".formatted(kid), e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
