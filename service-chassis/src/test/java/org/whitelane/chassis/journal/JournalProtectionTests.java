package org.whitelane.chassis.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.whitelane.embedded.Credentials;
import org.whitelane.embedded.Database;
import org.whitelane.events.Topic;
import org.whitelane.testing.Infra;
import org.whitelane.testing.PatientWaiting;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Nobody alters what was written; and whoever does, is found out. */
class JournalProtectionTests {

    private static final String STREAM = Topic.ORGANISATION.topicName();
    private static final Duration SOON = PatientWaiting.PATIENCE;

    private static Database database;
    private static ConfigurableApplicationContext instance;
    private static Witness witness;

    @BeforeAll
    static void fillAJournal() {
        Infra.recreateTopics();
        database = Infra.freshDatabase("protected");
        instance = JournalTestApplication.start(database);
        witness = Witness.of(database);
        for (int i = 0; i < 8; i++) {
            instance.getBean(Scribe.class).save(Scribe.flag("organisation-" + i % 3));
        }
        witness.awaitDrained(STREAM, SOON);
    }

    @AfterAll
    static void stopIt() {
        instance.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update journal_entry set value = value",
                "update journal_entry set subject = 'x' where false",
                "delete from journal_entry",
                "truncate journal_entry cascade",
                "alter table journal_entry disable trigger all",
                "alter table journal_entry disable trigger journal_entry_append_only",
                "drop table journal_entry cascade",
                "update journal_link set hash = hash",
                "delete from journal_link",
                "truncate journal_link",
                "alter table journal_link disable trigger all",
                "alter table journal_link disable trigger journal_link_append_only",
                "drop trigger journal_link_append_only on journal_link",
                "create or replace function journal_refuse() returns trigger language plpgsql as"
                        + " 'begin return null; end'",
                "set session_replication_role = replica"
            })
    void neitherServiceNorRelayNorEraserMayAlterEntriesOrLinks(String statement) {
        for (var role :
                List.of(database.app(), database.relay(), database.eraser(), database.auditor())) {
            assertRefused(role, statement);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update journal_entry set value = value",
                "delete from journal_entry",
                "truncate journal_entry cascade",
                "update journal_link set hash = hash where false",
                "delete from journal_link",
                "truncate journal_link",
                "update journal_private set body = body",
                "truncate journal_private",
                "delete from journal_erased",
                "update journal_erased set erased_on = null"
            })
    void notEvenTheOwnersOrdinaryStatementsDo(String statement) {
        assertThatThrownBy(() -> Witness.as(database, database.owner()).sql(statement).update())
                .hasRootCauseInstanceOf(SQLException.class)
                .rootCause()
                .hasMessageContaining("the journal is append-only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into journal_link values ('x', 1, 1, '', '')",
                "update journal_head set position = 0",
                "delete from journal_pending",
                "select body from journal_private",
                "select actor from journal_private where false",
                "delete from journal_private",
                "insert into journal_erased values (1, null)",
                "update journal_private set actor = 'x'",
                "update journal_published set position = 0"
            })
    void theServiceCanNeitherPlaceNorEraseNorMoveTheWatermark(String statement) {
        assertRefused(database.app(), statement);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into journal_entry (stream) values ('x')",
                "select * from journal_private",
                "delete from journal_private",
                "delete from journal_head",
                "delete from journal_stopped"
            })
    void theRelayCanNeitherWriteEntriesNorReadPrivateParts(String statement) {
        assertRefused(database.relay(), statement);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select body from journal_private",
                "update journal_head set position = 0",
                "insert into journal_link values ('x', 1, 1, '', '')",
                "delete from journal_pending"
            })
    void theEraserCanOnlyErase(String statement) {
        assertRefused(database.eraser(), statement);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into journal_entry (stream) values ('x')",
                "insert into journal_private values (1, 'x', '', '')",
                "update journal_private set actor = 'x'",
                "delete from journal_private",
                "delete from journal_pending",
                "insert into journal_erased values (1, null)",
                "select * from inbox",
                "select * from chassis_key"
            })
    void theAuditorCanOnlyReadTheJournal(String statement) {
        assertRefused(database.auditor(), statement);
    }

    private static void assertRefused(Credentials role, String statement) {
        assertThatThrownBy(() -> Witness.as(database, role).sql(statement).update())
                .as("%s: %s", role, statement)
                .rootCause()
                .message()
                .matches("(?s).*(permission denied|must be owner of).*");
    }

    @Test
    void everyFlippedByteOfACopyIsFound() {
        var copy = StreamCopy.of(witness.jdbc(), STREAM);
        assertThat(copy.faults()).isEmpty();
        int flipped = 0;
        for (var row : copy.rows()) {
            flipped += flipEach(copy, row.values());
        }
        flipped += flipEach(copy, copy.head().values());
        System.out.println("bytes flipped, each found: " + flipped);
        assertThat(flipped).isGreaterThan(4000);
    }

    private static int flipEach(StreamCopy copy, Iterable<byte[]> cells) {
        int flipped = 0;
        for (byte[] cell : cells) {
            for (int i = 0; i < cell.length; i++) {
                cell[i] ^= 1;
                assertThat(copy.faults())
                        .as("byte %d of a cell of %d", i, cell.length)
                        .isNotEmpty();
                cell[i] ^= 1;
                flipped++;
            }
        }
        return flipped;
    }

    @Test
    void aMissingOrSwappedEntryIsFound() {
        var copy = StreamCopy.of(witness.jdbc(), STREAM);
        var last = copy.rows().removeLast();
        assertThat(copy.faults()).isNotEmpty();
        copy.rows().add(2, last);
        assertThat(copy.faults()).isNotEmpty();
    }

    @Test
    void erasingAPersonLeavesTheChainWhole() {
        var scribe = instance.getBean(Scribe.class);
        scribe.transaction()
                .executeWithoutResult(
                        status ->
                                scribe.journal()
                                        .append(
                                                Scribe.flag("erased"),
                                                PrivatePart.by("leaver")
                                                        .because("Zhang San asked")));
        var jdbc = witness.jdbc();
        assertThat(privateParts(jdbc, "leaver")).isEqualTo(1);

        var erased = instance.getBean(JournalErasure.class).erase("leaver", "left", "officer-7");

        assertThat(erased.privateParts()).isEqualTo(1);
        assertThat(privateParts(jdbc, "leaver")).isZero();
        assertThat(privateParts(jdbc, "officer-7"))
                .as("the erasure itself is on record")
                .isEqualTo(1);
        assertThat(
                        jdbc.sql(
                                        "select convert_from(value, 'UTF8') from journal_entry"
                                                + " where subject = ?")
                                .param(erased.id())
                                .query(String.class)
                                .single())
                .isEqualTo("{\"privateParts\":1}");
        witness.awaitDrained(STREAM, SOON);
        witness.assertWhole(STREAM);
    }

    private static long privateParts(JdbcClient jdbc, String actor) {
        return jdbc.sql("select count(*) from journal_private where actor = ?")
                .param(actor)
                .query(Long.class)
                .single();
    }
}
