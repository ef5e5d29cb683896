package org.whitelane.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The door and the services decide apart from each other what needs no token. The services' own
 * decisions stand in their documents, which their tests keep true.
 */
class DoorsTests {

    private static final Path DOCUMENTS = Path.of("../docs/api");

    /** Needs no token, and gives one. */
    private static final String TOKEN = "POST /oauth2/token";

    @Test
    void opensForNobodyWhatAServiceKeepsShutAndTheReverse() throws IOException {
        var open = new Doors().withoutToken();
        var services = new TreeSet<String>();
        var door = new TreeSet<String>();
        try (var files = Files.newDirectoryStream(DOCUMENTS, "*.openapi.json")) {
            for (var file : files) {
                var document = JsonMapper.shared().readTree(Files.readString(file));
                for (var path : document.path("paths").properties()) {
                    for (var method : path.getValue().properties()) {
                        var verb = method.getKey().toUpperCase(Locale.ROOT);
                        var operation = verb + " " + path.getKey();
                        if (needsNoToken(operation, method.getValue())) {
                            services.add(operation);
                        }
                        if (open.cover(HttpMethod.valueOf(verb), path.getKey())) {
                            door.add(operation);
                        }
                    }
                }
            }
        }
        assertThat(services).containsAll(Set.of(TOKEN, "GET /api/v1/approvals/ind"));
        assertThat(door).isEqualTo(services);
    }

    private static boolean needsNoToken(String operation, JsonNode described) {
        return operation.equals(TOKEN) || !described.has("security");
    }
}
