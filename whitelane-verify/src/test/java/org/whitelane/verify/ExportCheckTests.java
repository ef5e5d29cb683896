package org.whitelane.verify;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;

/** Files as somebody may have falsified them, and what is said of each. */
class ExportCheckTests {

    @TempDir private Path folder;
    private final TestStream stream = TestStream.of(20);

    @Test
    void anUntouchedOneIsCompleteAndUnaltered() throws IOException {
        check().holds(
                        "HOLDS " + TestStream.NAME,
                        "complete and unaltered up to position 20",
                        "without a checkpoint: a cut end or a chain made anew would not be noticed",
                        stream.hashAt(20));
    }

    @Test
    void whatWasWithheldIsCheckedByItsLeafAndSaid() throws IOException {
        withhold(5);
        withhold(20);
        check().holds(
                        "complete and unaltered up to position 20",
                        "the content of 2 was withheld",
                        stream.hashAt(20));
    }

    @Test
    void anotherLeafOfWhatWasWithheldIsNamed() throws IOException {
        withhold(8);
        stream.events.get(7).put("leaf", "ab".repeat(32));
        check().isBroken("altered: position 8");
        stream.events.get(7).put("leaf", "no hash");
        check().isBroken("forged: position 8", "leaf");
    }

    /** As a feed gives what its reader may not see. */
    private void withhold(int position) {
        var event = stream.events.get(position - 1);
        event.keySet().retainAll(List.of("position", "leaf", "chainhash"));
        event.put("withheld", "NOT_GRANTED");
    }

    @Test
    void anEmptyOneThatSaysAnotherEndIsNamed() throws IOException {
        stream.events.clear();
        var file = stream.write(folder.resolve("f"), 0, "00".repeat(32));
        new Program().run("check", "--file", file).isBroken("altered: position 0", "own head");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "type",
                "source",
                "subject",
                "time",
                "dataschema",
                "datacontenttype",
                "correlationid",
                "causationid"
            })
    void aChangedAttributeIsNamed(String name) throws IOException {
        stream.events.get(7).put(name, "other");
        check().isBroken("altered: position 8, id ", "its content does not give the hash");
    }

    @Test
    void everyChangedByteOfAValueIsNamed() throws IOException {
        var data = Base64.getDecoder().decode(TestStream.text(stream.events.get(7), "data_base64"));
        for (int i = 0; i < data.length; i++) {
            var changed = data.clone();
            changed[i] ^= 1;
            stream.events.get(7).put("data_base64", Base64.getEncoder().encodeToString(changed));
            check().isBroken("altered: position 8, id id-0008 (byte ");
        }
    }

    @Test
    void anAlteredEntryWhoseOwnHashWasMadeAnewIsNamedWithItsNeighbour() throws IOException {
        var untouched = stream.events.subList(8, 20).stream().map(LinkedHashMap::new).toList();
        stream.events.get(7).put("type", "other");
        stream.chainFrom(8);
        for (int i = 8; i < 20; i++) {
            stream.events.set(i, untouched.get(i - 8));
        }
        check().isBroken(
                        "altered: position 9, id id-0009",
                        "or position 8 was altered together with its own hash");
    }

    @Test
    void aMissingOneIsNamed() throws IOException {
        stream.events.remove(7);
        check().isBroken(
                        "missing: position 8: after position 7, id id-0007 comes position 9, id"
                                + " id-0009");
        stream.events.remove(7);
        stream.events.remove(7);
        check().isBroken("missing: position 8 to 10: after");
    }

    @Test
    void aMissingOneBehindWhichAllWereNumberedAnewIsNamed() throws IOException {
        stream.events.remove(7);
        stream.events.remove(7);
        for (int i = 7; i < stream.events.size(); i++) {
            stream.events.get(i).put("position", i + 1);
        }
        check().isBroken("missing: position 8 to 9: id id-0010", "is chained to position 10");
    }

    @Test
    void anInsertedOneIsNamed() throws IOException {
        var forged = new LinkedHashMap<>(TestStream.event(99, "{}"));
        forged.put("leaf", java.util.HexFormat.of().formatHex(TestStream.leaf(forged)));
        forged.put("chainhash", "ab".repeat(32));
        stream.events.add(7, forged);
        for (int i = 7; i < stream.events.size(); i++) {
            stream.events.get(i).put("position", i + 1);
        }
        check().isBroken("inserted: position 8, id id-0099", "id id-0008, the next, belongs here");
    }

    @Test
    void anInsertedOneAtATakenPositionIsNamed() throws IOException {
        var forged = new LinkedHashMap<>(stream.events.get(7));
        forged.put("id", "id-forged");
        stream.events.add(8, forged);
        check().isBroken(
                        "inserted: position 8, id id-forged",
                        "stands where id id-0008 stands already");
    }

    @Test
    void neighboursThatWereExchangedAreNamed() throws IOException {
        Collections.swap(stream.events, 7, 8);
        stream.events.get(7).put("position", 8);
        stream.events.get(8).put("position", 9);
        check().isBroken(
                        "reordered: position 8 holds id id-0009",
                        "id id-0008 belongs here and stands at position 9");
    }

    @Test
    void distantOnesThatWereExchangedAreNamed() throws IOException {
        exchangeContents(7, 15);
        check().isBroken(
                        "reordered: position 8 holds id id-0016",
                        "id id-0008 belongs here and stands at position 16");
    }

    @Test
    void oneThatComesLateIsNamed() throws IOException {
        var moved = stream.events.remove(7);
        stream.events.add(7, stream.events.get(6));
        check().isBroken("duplicated: position 7, id id-0007");
        stream.events.set(7, stream.events.get(4));
        check().isBroken("reordered: position 5, id id-0005", "comes after position 7");
        assertThat(moved).containsEntry("position", 8);
    }

    @Test
    void anEntryWithTheLeafOfAnotherIsNamed() throws IOException {
        stream.events.get(7).put("leaf", "ab".repeat(32));
        check().isBroken("altered: position 8, id id-0008", "has a leaf of another content");
    }

    @Test
    void aCutEndIsNamedByWhatTheSourceItselfSays() throws IOException {
        var hash = stream.hashAt(20);
        stream.events.subList(17, 20).clear();
        var file = stream.write(folder.resolve("f"), 20, hash);
        new Program()
                .run("check", "--file", file)
                .isBroken("cut off: position 18 to 20", "its own head is at position 20");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 500, 3000})
    void aTruncatedFileProvesNothing(int bytes) throws IOException {
        var whole = Files.readString(stream.write(folder.resolve("f")));
        var file =
                Files.writeString(
                        folder.resolve("g"), whole.substring(0, whole.length() - bytes - 1));
        new Program()
                .run("check", "--file", file)
                .isUnusable(
                        "is cut off: its last line does not say where the stream ends; export it"
                                + " again");
    }

    @Test
    void whatIsNoExportIsSaidToBeNone() throws IOException {
        for (var content : new String[] {"", "{}", "hello\n", "{\"format\":\"other\"}\n", "[]\n"}) {
            var file = Files.writeString(folder.resolve("f"), content);
            new Program().run("check", "--file", file).isUnusable("is no export");
        }
        new Program().run("check", "--file", folder.resolve("none")).isUnusable("cannot be read");
    }

    @Test
    void aDamagedLineIsNamedByItsPlace() throws IOException {
        var whole = Files.readString(stream.write(folder.resolve("f")));
        int at = whole.indexOf("\"id-0008\"");
        var file =
                Files.writeString(
                        folder.resolve("g"), whole.substring(0, at) + whole.substring(at + 1));
        new Program()
                .run("check", "--file", file)
                .isUnusable("is damaged: what stands at byte", "is no JSON");
    }

    @Test
    void aRecordThatIsNoEntryIsNamedWithWhatIsWrong() throws IOException {
        forged("specversion", "2.0", "its specversion must be 1.0, it is \"2.0\"");
        forged("position", "eight", "its position must be a whole number from 1, it is \"eight\"");
        forged("position", null, "it has no position");
        forged("id", null, "it has no id");
        forged("data_base64", null, "it has no value");
        forged("data_base64", "!", "its data_base64 is not base64");
        forged("chainhash", "AB".repeat(32), "must be 64 lower-case hex digits");
        forged("privatedigest", "ab", "must be 64 lower-case hex digits");
        forged("aggregateversion", -1, "must be a whole number from 1, it is \"-1\"");
        forged("subject", java.util.List.of("x"), "its subject is neither text nor a number");
    }

    @Test
    void anOversizedRecordIsNamed() throws IOException {
        var five = Base64.getEncoder().encodeToString("x".repeat(5_000_000).getBytes(UTF_8));
        forged("data_base64", five, "its value has 5000000 bytes, no entry has more than 921600");
    }

    @Test
    void aDeeplyNestedRecordIsNoEvent() throws IOException {
        var whole = Files.readString(stream.write(folder.resolve("f")));
        int at = whole.indexOf("{\"specversion\"");
        var deep = "[".repeat(100_000) + "]".repeat(100_000);
        var file =
                Files.writeString(
                        folder.resolve("g"),
                        whole.substring(0, at) + deep + "\n" + whole.substring(at));
        new Program().run("check", "--file", file).isUnusable("is damaged");
        var shallow =
                Files.writeString(
                        folder.resolve("h"),
                        whole.substring(0, at) + "[[[]]]\n" + whole.substring(at));
        new Program()
                .run("check", "--file", shallow)
                .isBroken("forged: position 1", "it is no event");
    }

    @Test
    void aDeeplyNestedValueIsHashedLikeAnyOther() throws IOException {
        var deep = "[".repeat(100_000) + "]".repeat(100_000);
        stream.events
                .get(7)
                .put("data_base64", Base64.getEncoder().encodeToString(deep.getBytes(UTF_8)));
        stream.chainFrom(8);
        check().holds("up to position 20");
    }

    @Test
    void aMemberTwiceIsDamage() throws IOException {
        var whole = Files.readString(stream.write(folder.resolve("f")));
        var file =
                Files.writeString(
                        folder.resolve("g"),
                        whole.replace(
                                "\"id\":\"id-0008\"", "\"id\":\"id-0008\",\"id\":\"id-0009\""));
        new Program().run("check", "--file", file).isUnusable("is damaged");
    }

    private void forged(String name, @Nullable Object value, String why) throws IOException {
        var before = new LinkedHashMap<>(stream.events.get(7));
        if (value == null) {
            stream.events.get(7).remove(name);
        } else {
            stream.events.get(7).put(name, value);
        }
        check().isBroken("forged: position 8: what stands at byte", why);
        stream.events.set(7, before);
    }

    /** As when a superuser exchanges which entries two links point to. */
    private void exchangeContents(int one, int other) {
        for (var name : new String[] {"position", "leaf", "chainhash"}) {
            var kept = stream.events.get(one).get(name);
            stream.events.get(one).put(name, stream.events.get(other).get(name));
            stream.events.get(other).put(name, kept);
        }
        Collections.swap(stream.events, one, other);
    }

    private Program.Result check() throws IOException {
        return new Program().run("check", "--file", stream.write(folder.resolve("f")));
    }
}
