package org.whitelane.whitelist.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.whitelane.whitelist.core.Json;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.scheme.PilotScheme;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Schemes that no city has: Tianjin's file under another code, with some of it said otherwise. */
public final class InventedScheme {

    /** What Tianjin's file leaves open, and where a file that does not has to say it was read. */
    private static final Map<String, String[]> OPEN =
            Map.of(
                    "\"supersedes\": null", new String[] {"/policy/supersedes"},
                    "\"replacement\": null",
                            new String[] {
                                "/policy/replacement/entries", "/policy/replacement/requests"
                            },
                    "\"entryValidityMonths\": null", new String[] {"/effects/entryValidityMonths"});

    private InventedScheme() {}

    /** Other tests, and other JVMs on the same database, have codes of their own. */
    public static String code(String prefix, String suffix) {
        return prefix
                + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT)
                + suffix;
    }

    /**
     * Loads it as anybody's is.
     *
     * @param changes each what stands in the file and what is to stand there
     */
    public static Table load(
            WhitelistApi api, RegistryTopic registry, String code, String... changes) {
        var file = Fixtures.tianjinFile().replace("\"TJ-2022\"", "\"" + code + "\"");
        for (var i = 0; i < changes.length; i += 2) {
            assertThat(file).contains(changes[i]);
            file = file.replace(changes[i], changes[i + 1]);
            for (var pointer : OPEN.getOrDefault(changes[i], new String[0])) {
                file =
                        file.replace(
                                "\"sources\": {",
                                "\"sources\": {\"%s\": \"invented\",".formatted(pointer));
            }
        }
        var registrar = new Officer("registrar", null, Set.of("REGISTRAR"));
        api.post(registrar, "/schemes", Map.of("content", file)).expect(201);
        return new Table(api, registry, Json.read(file, PilotScheme.class));
    }
}
