package org.whitelane.verify;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whitelane.testing.Infra;

import java.nio.file.Path;
import java.util.Map;

/**
 * Whoever may do anything to the database falsifies a stream; who has kept a checkpoint reads the
 * feed and is told. Each falsification is undone, so that the next begins with a whole stream.
 */
class SuperuserTests {

    private static final int SAVED = 24;

    @TempDir private static Path folder;
    private static VerifiedService service;
    private static Path key;
    private static Path earlier;
    private static Path newest;

    private Falsifier falsifier;

    @BeforeEach
    void getReady() {
        falsifier = new Falsifier(service.superuser(), VerifiedService.STREAM);
    }

    @BeforeAll
    static void fillAJournal() throws Exception {
        service = new VerifiedService(folder);
        service.save(10);
        earlier = service.checkpoint("earlier");
        service.save(SAVED - 10);
        newest = service.checkpoint("newest");
        key = service.key();
    }

    @AfterAll
    static void stopIt() {
        service.close();
    }

    @AfterEach
    void undo() {
        falsifier.undo();
        check().holds("complete and unaltered up to position 24");
    }

    @Test
    void anUntouchedStreamIsWholeByTopicAndByFeed() {
        program()
                .run(
                        "check",
                        "--key",
                        key,
                        "--checkpoint",
                        earlier,
                        "--checkpoint",
                        newest,
                        "--feed",
                        service.feed(),
                        "--topic",
                        VerifiedService.STREAM,
                        "--brokers",
                        Infra.bootstrapServers())
                .holds(
                        "unaltered up to position 24; checkpoint 2 vouches for it up to 24 [topic",
                        "unaltered up to position 24; checkpoint 2 vouches for it up to 24 [feed");
    }

    @Test
    void anEditedEntryIsNamed() {
        falsifier.edit(8, "{\"organisationId\":\"forged\"}");
        check().isBroken("altered: position 8, id " + falsifier.idOf(8));
    }

    @Test
    void anEditedEntryWithItsLinkIsNamed() {
        falsifier.edit(8, "{\"organisationId\":\"forged\"}");
        falsifier.chainAnew(8, 8);
        check().isBroken(
                        "altered: position 9",
                        "or position 8 was altered together with its own hash");
    }

    @Test
    void aDeletedEntryIsNamed() {
        falsifier.delete(8);
        check().isBroken("missing: position 8: after position 7");
    }

    @Test
    void aDeletedEntryBehindWhichTheOthersMovedUpIsNamed() {
        var gone = falsifier.idOf(8);
        falsifier.delete(8);
        falsifier.moveUp(9);
        check().isBroken("missing: position 8: id " + falsifier.idOf(8), "chained to position 9");
        org.assertj.core.api.Assertions.assertThat(gone).isNotEqualTo(falsifier.idOf(8));
    }

    @Test
    void anInsertedEntryIsNamed() {
        var belongs = falsifier.idOf(8);
        falsifier.makeRoom(8);
        falsifier.insert(8, "forged-id");
        check().isBroken(
                        "inserted: position 8, id forged-id",
                        "id " + belongs + ", the next, belongs here");
    }

    @Test
    void exchangedEntriesAreNamed() {
        var one = falsifier.idOf(8);
        var other = falsifier.idOf(15);
        falsifier.exchange(8, 15);
        check().isBroken(
                        "reordered: position 8 holds id " + other,
                        "id " + one + " belongs here and stands at position 15");
    }

    @Test
    void aCutEndIsNamed() {
        falsifier.cutAfter(20);
        check().isBroken("cut off: position 21 to 24", "checkpoint 2 of", "is at position 24");
    }

    @Test
    void aCutEndWhoseHeadWasForgottenIsNamedWithoutACheckpoint() {
        falsifier.cutAfter(20);
        falsifier.headTo(24);
        program()
                .run("check", "--feed", service.feed())
                .isBroken("cut off: position 21 to 24", "its own head is at position 24");
    }

    @Test
    void aChainMadeAnewAsAWholeIsNamed() {
        falsifier.edit(3, "{\"organisationId\":\"forged\"}");
        falsifier.chainAnew(3, SAVED);
        program().run("check", "--feed", service.feed()).holds("without a checkpoint");
        check().isBroken("rewritten: position 1 to 10", "checkpoint 1 of");
    }

    @Test
    void aChainMadeAnewBehindAnEarlierCheckpointIsNamedByTheLater() {
        falsifier.edit(17, "{\"organisationId\":\"forged\"}");
        falsifier.chainAnew(17, SAVED);
        check().isBroken("rewritten: position 11 to 24", "checkpoint 2 of");
    }

    @Test
    void aChainMadeAnewIsAlsoNamedByTheTopicThatWasNot() {
        falsifier.edit(17, "{\"organisationId\":\"forged\"}");
        falsifier.chainAnew(17, SAVED);
        program()
                .run(
                        "check",
                        "--feed",
                        service.feed(),
                        "--topic",
                        VerifiedService.STREAM,
                        "--brokers",
                        Infra.bootstrapServers())
                .isBroken("HOLDS", "[topic", "rewritten: position 1 to 24", "where topic");
    }

    @Test
    void whatWasExportedProvesTheSame() {
        var file = folder.resolve("export");
        program().run("export", "--feed", service.feed(), "--to", file).holds("24 entries of");
        program()
                .run("check", "--file", file, "--key", key, "--checkpoint", newest)
                .holds("checkpoint 2 vouches for it up to 24 [file");
        falsifier.edit(8, "{\"organisationId\":\"forged\"}");
        program().run("export", "--feed", service.feed(), "--to", file).holds("24 entries of");
        program().run("check", "--file", file).isBroken("altered: position 8");
    }

    @Test
    void aReaderWithoutRightsIsToldSo() {
        var nobody = new Program(Map.of(Sources.TOKEN, service.token("APPLICANT_ADMIN")));
        nobody.run("check", "--feed", service.feed())
                .isUnusable("refused this reader, who lacks a right");
        new Program().run("check", "--feed", service.feed()).isUnusable("refused the token");
        program().run("check", "--feed", service.feed() + "x").isUnusable("answered 404");
        program().run("check", "--feed", "http://127.0.0.1:1/x").isUnusable("no answer from");
        program()
                .run(
                        "check",
                        "--topic",
                        VerifiedService.STREAM,
                        "--brokers",
                        Infra.bootstrapServers())
                .isUnusable("give a checkpoint, the feed, or --incarnation ID");
        program()
                .run(
                        "check",
                        "--topic",
                        "none",
                        "--brokers",
                        Infra.bootstrapServers(),
                        "--incarnation",
                        "i")
                .isUnusable("topic none");
    }

    private Program.Result check() {
        return program()
                .run(
                        "check",
                        "--key",
                        key,
                        "--checkpoint",
                        earlier,
                        "--checkpoint",
                        newest,
                        "--feed",
                        service.feed());
    }

    private static Program program() {
        return new Program(Map.of(Sources.TOKEN, service.token("REGULATOR")));
    }
}
