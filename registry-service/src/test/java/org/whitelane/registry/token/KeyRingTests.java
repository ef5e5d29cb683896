package org.whitelane.registry.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.whitelane.chassis.keys.KeyFileUnusable;
import org.whitelane.chassis.keys.KeyWrap;
import org.whitelane.embedded.Credentials;
import org.whitelane.embedded.Database;
import org.whitelane.registry.core.Act;
import org.whitelane.registry.core.AdvisoryLocks;
import org.whitelane.testing.Infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The life of a signing key, on a real database and a clock that tests set. */
class KeyRingTests {

    private static final SigningSettings SETTINGS =
            new SigningSettings(null, Duration.ofMinutes(5), Duration.ofMinutes(10), "whitelane");
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    private static final Database DATABASE = Infra.freshDatabase("keys");
    private static final DriverManagerDataSource ONE = source(DATABASE.app());
    private static final JdbcClient APP = JdbcClient.create(ONE);

    @BeforeAll
    static void migrate() {
        Flyway.configure()
                .dataSource(source(DATABASE.owner()))
                .locations("classpath:db/migration")
                .placeholders(Map.of("app", DATABASE.app().username()))
                .load()
                .migrate();
    }

    @Test
    void aKeyLivesUntilItsLastTokenHasExpiredEverywhere() {
        ring(NINE).ensureOne();
        var first = ring(NINE).signing().kid();
        ring(NINE).ensureOne();
        assertThat(ring(NINE).published()).as("one is enough").hasSize(1);

        var rotation = ring(NINE).rotate(Act.SYSTEM);
        assertThat(rotation.previousKid()).isEqualTo(first);
        assertThat(rotation.previousPublishedUntil()).isEqualTo("2026-03-02T09:15:00Z");
        assertThat(ring(NINE.plusSeconds(1)).signing().kid()).isEqualTo(rotation.kid());
        assertThat(ring(NINE.plus(Duration.ofMinutes(14))).published())
                .extracting(SigningKey::kid)
                .containsExactly(rotation.kid(), first);
        assertThat(ring(NINE.plus(Duration.ofMinutes(15))).published())
                .extracting(SigningKey::kid)
                .containsExactly(rotation.kid());

        ring(NINE.plus(Duration.ofHours(1))).rotate(Act.SYSTEM);
        assertThat(wrappedIsGone(first)).as("the private part is destroyed").isTrue();
        assertThat(wrappedIsGone(rotation.kid())).isFalse();
        assertThatExceptionOfType(KeyFileUnusable.class)
                .as("another key file")
                .isThrownBy(() -> ring(NINE, 2).ensureOne());
    }

    @Test
    void theDatabaseHoldsNoPrivateKeyInTheClear() {
        ring(NINE).ensureOne();
        var stored =
                APP.sql(
                                "select encode(wrapped, 'escape') from signing_key where wrapped is"
                                        + " not null")
                        .query(String.class)
                        .list();
        assertThat(stored)
                .isNotEmpty()
                .noneMatch(text -> text.contains("\"d\"") || text.contains("RSA"));
    }

    @Test
    void theKeyFileIsExchangedWhileNothingStops(@TempDir Path folder) throws IOException {
        var file = folder.resolve("key");
        Files.writeString(file, line(1));
        ring(NINE).ensureOne();
        ring(NINE).rotate(Act.SYSTEM);
        var running = ring(NINE, KeyWrap.of(file));
        var kids = running.published().stream().map(SigningKey::kid).toList();

        Files.writeString(file, line(2) + line(1));
        assertUndone(() -> running.rewrap(Act.SYSTEM), kids);
        assertThat(running.rewrap(Act.SYSTEM).rewrapped()).isEqualTo(kids.size());
        assertThat(running.rewrap(Act.SYSTEM).rewrapped()).as("once is enough").isZero();

        Files.writeString(file, line(2));
        assertThat(ring(NINE, KeyWrap.of(file)).published())
                .as("after a restart without the old key")
                .extracting(SigningKey::kid)
                .containsExactlyElementsOf(kids);
        assertThat(running.published()).extracting(SigningKey::kid).containsExactlyElementsOf(kids);
        assertThatExceptionOfType(KeyFileUnusable.class)
                .isThrownBy(() -> ring(NINE, 1).published());
        // back, for the other tests of this database
        Files.writeString(file, line(1));
        assertThatExceptionOfType(KeyFileUnusable.class)
                .as("the key that everything lies under is missing")
                .isThrownBy(() -> running.rewrap(Act.SYSTEM));
        Files.writeString(file, line(1) + line(2));
        running.rewrap(Act.SYSTEM);
        assertThat(ring(NINE).published()).hasSameSizeAs(kids);
    }

    /** Broken off in the middle: everything can be read with the old key, and with both. */
    private static void assertUndone(Runnable work, List<String> kids) {
        new TransactionTemplate(new JdbcTransactionManager(ONE))
                .executeWithoutResult(
                        status -> {
                            work.run();
                            status.setRollbackOnly();
                        });
        assertThat(ring(NINE).published())
                .extracting(SigningKey::kid)
                .containsExactlyElementsOf(kids);
    }

    private static String line(int first) {
        var key = new byte[32];
        key[0] = (byte) first;
        return Base64.getEncoder().encodeToString(key) + "\n";
    }

    private static boolean wrappedIsGone(String kid) {
        return APP.sql("select wrapped is null from signing_key where kid = :kid")
                .param("kid", kid)
                .query(Boolean.class)
                .single();
    }

    private static KeyRing ring(Instant now) {
        return ring(now, 1);
    }

    private static KeyRing ring(Instant now, int keyFile) {
        var key = new byte[32];
        key[0] = (byte) keyFile;
        return ring(now, new KeyWrap(key));
    }

    private static KeyRing ring(Instant now, KeyWrap wrap) {
        return new KeyRing(
                new SigningKeys(APP, wrap),
                SETTINGS,
                new AdvisoryLocks(APP),
                event -> {},
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static DriverManagerDataSource source(Credentials role) {
        return new DriverManagerDataSource(DATABASE.url(), role.username(), role.password());
    }
}
