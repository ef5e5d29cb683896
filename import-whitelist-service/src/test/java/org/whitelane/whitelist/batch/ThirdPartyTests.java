package org.whitelane.whitelist.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whitelane.whitelist.support.Table.article;
import static org.whitelane.whitelist.support.Table.draft;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whitelane.events.BatchEvent.BatchPublished;
import org.whitelane.events.EntryEvent.EntryActivated;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.Signer;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import javax.tools.ToolProvider;

/**
 * What stands in docs/verification, done: from the published events alone, by a program that sees
 * the JDK and nothing of ours.
 */
class ThirdPartyTests extends ServiceTestBase {

    @TempDir private Path classes;

    @Test
    void verifiesABatchFromItsEventsAlone() throws Exception {
        var odd =
                new HashMap<>(
                        article("Dextran \"40\" \\ 70\t(\u00e9\u20ac\ud83d\ude00)", "9004-54-0"));
        odd.put("specification", "批号 A/B < > & \u2028 示例（虚构）");
        odd.put("content", Map.of("amount", "100", "unit", "g", "per", "vial"));
        var unit = table.enterprise("示例核验（虚构）");
        var request = table.request(unit, draft(odd, article("Sucrose", "57-50-1")), "RECOGNISED");
        var id = api.publish(table.office(), request).expect(201).text("id");
        await().untilAsserted(
                        () -> assertThat(events.valuesOf(id, BatchPublished.class)).hasSize(1));
        var batch = events.valuesOf(id, BatchPublished.class).getFirst();
        var published = (BatchPublished) events.of(id).getFirst();
        var entries = new ArrayList<String>();
        for (var entry : published.entryIds()) {
            await().until(() -> !events.valuesOf(entry, EntryActivated.class).isEmpty());
            entries.addAll(events.valuesOf(entry, EntryActivated.class));
        }

        assertThat(faults(batch, entries)).isEmpty();
        assertThat(faults(batch, entries.reversed())).as("in any order").isEmpty();
        assertThat(Objects.requireNonNull(published.signatures()))
                .extracting(s -> s.agencyRole())
                .containsExactlyInAnyOrderElementsOf(
                        api.get(table.office(), "/batches/" + id)
                                .body()
                                .at("/seal/signatures")
                                .valueStream()
                                .map(s -> s.path("agencyRole").asString())
                                .toList());

        findsWhatWasChanged(batch, entries);
        findsWhoDidNotSign(batch, entries, published);
    }

    /** Each byte of what was signed counts, and so does what is there and in which order. */
    private void findsWhatWasChanged(String batch, List<String> entries) throws Exception {
        for (var change :
                List.of(
                        List.of("\"5000\"", "\"5001\""),
                        List.of("Sucrose", "Sucrosf"),
                        List.of("3913900090", "3913900091"),
                        List.of("\"schemeVersion\":1", "\"schemeVersion\":2"))) {
            var forged =
                    entries.stream().map(e -> e.replace(change.get(0), change.get(1))).toList();
            assertThat(forged).as("%s", change).isNotEqualTo(entries);
            assertThat(faults(batch, forged))
                    .contains("The list is not the content whose digest was signed.");
        }
        assertThat(faults(batch, entries.subList(0, 1)))
                .contains("The entries are not those of the batch.");
        assertThat(faults(batch.replace("2026〕1号", "2026〕2号"), entries))
                .contains("The list is not the content whose digest was signed.");
        assertThat(faults(batch.replaceFirst("\"freezeRound\":1", "\"freezeRound\":2"), entries))
                .contains("The list is not the content whose digest was signed.");
    }

    private void findsWhoDidNotSign(String batch, List<String> entries, BatchPublished published)
            throws Exception {
        var signature = Objects.requireNonNull(published.signatures()).getFirst();
        var role = signature.agencyRole();
        // another key, with its own id, over the same statement
        var other = Signer.of(table.office());
        var foreign =
                batch.replace(signature.publicKey(), other.x())
                        .replace(signature.keyId(), other.keyId());
        assertThat(faults(foreign, entries))
                .anyMatch(fault -> fault.startsWith(role + ": the JWS names another key"));
        var last = signature.jws().charAt(signature.jws().length() - 10);
        var bent = new StringBuilder(signature.jws());
        bent.setCharAt(signature.jws().length() - 10, last == 'A' ? 'B' : 'A');
        assertThat(faults(batch.replace(signature.jws(), bent), entries))
                .containsExactly(role + " did not sign its statement with that key.");
        assertThat(faults(batch.replace("signedOn\\\":\\\"2", "signedOn\\\":\\\"3"), entries))
                .isNotEmpty()
                .allMatch(fault -> fault.endsWith("did not sign its statement with that key."));
        assertThat(faults("{", entries)).hasSize(1);
    }

    @SuppressWarnings("unchecked")
    private List<String> faults(String batch, List<String> entries) throws Exception {
        try (var loader =
                new URLClassLoader(
                        new URL[] {compiled().toURL()}, ClassLoader.getPlatformClassLoader())) {
            return (List<String>)
                    loader.loadClass("VerifyBatch")
                            .getMethod("faults", String.class, List.class)
                            .invoke(null, batch, entries);
        }
    }

    /** With an empty class path: what it needs of others would not compile. */
    private URI compiled() throws IOException {
        if (Files.notExists(classes.resolve("VerifyBatch.class"))) {
            var folder = Path.of(System.getProperty("basedir", ""), "../docs/verification");
            var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
            var result =
                    compiler.run(
                            null,
                            null,
                            null,
                            "-proc:none",
                            "-cp",
                            classes.toString(),
                            "-d",
                            classes.toString(),
                            folder.resolve("VerifyBatch.java").toString(),
                            folder.resolve("Json.java").toString());
            assertThat(result).isZero();
        }
        return classes.toUri();
    }
}
