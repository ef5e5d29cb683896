package org.whitelane.verify;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whitelane.events.CheckpointEvent.Checkpoint;
import org.whitelane.verify.TestStream.Signer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What only somebody notices who has kept a checkpoint; and checkpoints that are none. */
class CheckpointCheckTests {

    @TempDir private Path folder;
    private final TestStream stream = TestStream.of(20);
    private final Signer signer = new Signer();
    private final Checkpoint one = signer.checkpoint(stream, 1, 5, null);
    private final Checkpoint two = signer.checkpoint(stream, 2, 12, one);
    private final Checkpoint three = signer.checkpoint(stream, 3, 18, two);
    private Path key = Path.of("");

    @BeforeEach
    void writeTheKey() throws IOException {
        key = signer.writeKey(folder.resolve("key"));
    }

    @Test
    void vouchesForAllUpToItsPosition() throws IOException {
        check(one, two, three).holds("up to position 20", "checkpoint 3 vouches for it up to 18");
        check(two).holds("checkpoint 2 vouches for it up to 12");
    }

    @Test
    void aCutEndWithAHeadThatWasMovedIsNamed() throws IOException {
        stream.events.subList(15, 20).clear();
        check(three)
                .isBroken(
                        "cut off: position 16 to 18: the stream ends after position 15, id id-0015",
                        "checkpoint 3 of 2026-03-02T03:00:00Z is at position 18");
        new Program().run("check", "--file", file()).holds("without a checkpoint");
    }

    @Test
    void aChainMadeAnewAsAWholeIsNamed() throws IOException {
        stream.events.get(0).put("subject", "other");
        stream.chainFrom(1);
        check(three).isBroken("rewritten: position 1 to 18", "checkpoint 3 of", "made anew");
        check(one, three).isBroken("rewritten: position 1 to 5");
        new Program().run("check", "--file", file()).holds("without a checkpoint");
    }

    @Test
    void aChainMadeAnewFromTheMiddleIsNamedWithinTheCheckpointsAroundIt() throws IOException {
        stream.events.get(13).put("subject", "other");
        stream.chainFrom(14);
        check(one, two, three).isBroken("rewritten: position 13 to 18");
        check(one, two).holds("up to position 20");
    }

    @Test
    void aStreamBegunAnewIsNamed() throws IOException {
        var file = file();
        Files.writeString(file, Files.readString(file).replace(TestStream.INCARNATION, "another"));
        check(file, one).isBroken("rewritten: position 1", "its incarnation is another");
    }

    @Test
    void anEmptyStreamIsCutOff() throws IOException {
        stream.events.clear();
        var file = stream.write(folder.resolve("f"), 0, genesis());
        new Program().run("check", "--file", file).holds("up to position 0");
        check(file, one).isBroken("cut off: position 1 to 5: the stream ends after nothing");
    }

    @Test
    void oneWithAWrongSignatureVouchesForNothing() throws IOException {
        var checkpoint = signer.write(folder.resolve("c"), three);
        var jws = Files.readString(checkpoint);
        int last = jws.lastIndexOf('.') + 1;
        Files.writeString(checkpoint, jws.substring(0, last) + "A".repeat(86) + "\"}");
        run(file(), checkpoint).isUnusable("vouches for nothing: its signature is wrong for key");
        new Signer().writeKey(key);
        run(file(), signer.write(folder.resolve("c"), three))
                .isUnusable("vouches for nothing: it is signed with key", "not among those given");
    }

    @Test
    void oneOfAnotherStreamIsAMistake() throws IOException {
        var other =
                new Checkpoint(
                        "whitelane.registry.calendar.v1",
                        7,
                        "i",
                        1,
                        1,
                        1,
                        "ab".repeat(32),
                        java.util.List.of(),
                        "2026-03-02T01:00:00Z",
                        null,
                        signer.key.thumbprint());
        check(other)
                .isUnusable(
                        "checkpoint 7 is of stream whitelane.registry.calendar.v1, what is read is "
                                + TestStream.NAME);
    }

    @Test
    void onePublishedThatIsOlderThanTheOneKeptIsNamed() throws IOException {
        var kept = signer.write(folder.resolve("kept"), two);
        var shown = signer.write(folder.resolve("shown"), one);
        new Program()
                .run(
                        "check",
                        "--file",
                        file(),
                        "--key",
                        key,
                        "--checkpoint",
                        kept,
                        "--published",
                        shown)
                .isBroken("newest published checkpoint", "is number 1, older than number 2");
        signer.write(shown, one, two, three);
        new Program()
                .run(
                        "check",
                        "--file",
                        file(),
                        "--key",
                        key,
                        "--checkpoint",
                        kept,
                        "--published",
                        shown)
                .holds("checkpoint 3 vouches for it up to 18");
    }

    @Test
    void aSignerWhoContradictsHimselfIsNamed() throws IOException {
        stream.events.get(0).put("subject", "other");
        stream.chainFrom(1);
        var again = signer.checkpoint(stream, 2, 12, one);
        check(two, again).isBroken("checkpoint 2", "was signed twice with different content");
        var unchained = signer.checkpoint(stream, 3, 18, again);
        check(two, unchained).isBroken("checkpoint 3", "does not name checkpoint 2");
        var backwards = signer.checkpoint(stream, 3, 11, two);
        check(two, backwards).isBroken("ends at position 11, no further than checkpoint 2");
    }

    @Test
    void whatIsNoCheckpointOrNoKeyIsNamed() throws IOException {
        var nothing = Files.writeString(folder.resolve("n"), "{}");
        run(file(), nothing).isUnusable("vouches for nothing: it is no JWS of three parts");
        run(file(), Files.writeString(folder.resolve("n"), "")).isUnusable("holds no checkpoint");
        run(file(), Files.writeString(folder.resolve("n"), "{")).isUnusable("is not JSON");
        Files.writeString(key, "{\"kty\":\"RSA\"}");
        run(file(), nothing).isUnusable("holds no public key", "kty OKP");
        Files.writeString(key, "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AAAA\"}");
        run(file(), nothing).isUnusable("32 bytes in base64url");
        new Program()
                .run("check", "--file", file(), "--checkpoint", nothing)
                .isUnusable("--key FILE");
    }

    @Test
    void wrongWordsAreAnsweredWithTheRightOnes() throws IOException {
        new Program().run().isUnusable("whitelane-verify check");
        new Program().run("--help").holds("ends 0");
        new Program().run("verify").isUnusable("the command is check or export");
        new Program().run("check").isUnusable("nothing to read: give --topic, --feed or --file");
        new Program().run("check", "--fille", "x").isUnusable("there is no option --fille");
        new Program().run("check", "--file").isUnusable("option --file lacks its value");
        new Program().run("check", "--feed", "ftp://x").isUnusable("not an address");
        new Program().run("check", "--topic", "x").isUnusable("option --brokers is missing");
        new Program().run("export", "--to", "x").isUnusable("option --feed is missing");
    }

    private static String genesis() {
        return org.whitelane.events.Chain.hex(
                org.whitelane.events.Chain.genesis(TestStream.NAME, TestStream.INCARNATION));
    }

    private Path file() throws IOException {
        return stream.write(folder.resolve("f"));
    }

    private Program.Result check(Checkpoint... checkpoints) throws IOException {
        return check(file(), checkpoints);
    }

    private Program.Result check(Path file, Checkpoint... checkpoints) throws IOException {
        return run(file, signer.write(folder.resolve("c"), checkpoints));
    }

    private Program.Result run(Path file, Path checkpoint) {
        return new Program().run("check", "--file", file, "--key", key, "--checkpoint", checkpoint);
    }
}
