package org.whitelane.whitelist.support;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Where the service's document requires an {@code Idempotency-Key} of a POST. */
final class RequiredKeys {

    private static final String ROOT = "/api/v1/whitelist";

    private static final List<Pattern> PATHS = read();

    private RequiredKeys() {}

    /**
     * @param path below the service's root, with a query or without
     */
    static boolean at(String path) {
        var plain = path.replaceAll("\\?.*", "");
        return PATHS.stream().anyMatch(pattern -> pattern.matcher(plain).matches());
    }

    private static List<Pattern> read() {
        var document =
                JsonMapper.shared()
                        .readTree(Path.of("../docs/api/whitelist.openapi.json").toFile());
        return document.path("paths").properties().stream()
                .filter(path -> requiresKey(path.getValue().path("post")))
                .map(Map.Entry::getKey)
                .map(path -> path.substring(ROOT.length()).replaceAll("\\{[^}]*}", "[^/]+"))
                .map(Pattern::compile)
                .toList();
    }

    private static boolean requiresKey(JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .anyMatch(
                        parameter ->
                                parameter.path("name").asString("").equals("Idempotency-Key")
                                        && parameter.path("required").asBoolean(false));
    }
}
