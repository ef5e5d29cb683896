package org.whitelane.system.sweep;

import org.whitelane.system.Client;
import org.whitelane.system.Suite;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Who asks, and for what: the demo's officers, and objects of two enterprises with marked texts.
 */
final class Cast {

    /** Stands in enterprise A's requests only, and in B's only. */
    static final String ALPHA = "MARKER-ALPHA-7F3A";

    static final String BRAVO = "MARKER-BRAVO-91CD";

    private static final UUID ABSENT = UUID.fromString("01890000-0000-7000-8000-00000000dead");

    private final Client client;
    private final Map<String, Officer> officers = new HashMap<>();
    private final Map<String, Map<String, String>> objects = new HashMap<>();

    Cast(Suite suite, Client client) throws IOException, InterruptedException {
        this.client = client;
        for (var credential : credentials(suite)) {
            officers.put(credential.name(), credential);
        }
        objects.put("enterprise-a", of("enterprise-a", ALPHA));
        objects.put("enterprise-b", of("enterprise-b", BRAVO));
    }

    record Officer(String name, List<String> roles, String organisation, String clientId) {}

    private static List<Officer> credentials(Suite suite) throws IOException {
        var file = suite.dataDirectory().resolve("demo-credentials.json");
        var all = new ArrayList<Officer>();
        for (var credential : Suite.JSON.readTree(Files.readAllBytes(file))) {
            var roles = new ArrayList<String>();
            credential.path("roles").forEach(role -> roles.add(role.asString()));
            all.add(
                    new Officer(
                            credential.path("name").asString(),
                            roles,
                            credential.path("organisation").asString(""),
                            credential.path("clientId").asString()));
        }
        all.add(new Officer(Client.REGISTRAR, List.of("REGISTRAR", "OPERATOR"), "", ""));
        return all;
    }

    /** A draft and a submitted request with the marker, and the entry of the story. */
    private Map<String, String> of(String enterprise, String marker)
            throws IOException, InterruptedException {
        var own = new HashMap<String, String>();
        own.put("requests", draft(enterprise, marker));
        var entries = client.get(enterprise, "/whitelist/entries").json().path("items");
        own.put("entries", entries.path(0).path("id").asString());
        own.put("organisations", officer(enterprise).organisation());
        own.put("credentials", officer(enterprise).clientId());
        return own;
    }

    private String draft(String enterprise, String marker)
            throws IOException, InterruptedException {
        var article =
                Map.of(
                        "nameZh", "示例品（虚构）",
                        "nameEn", "Example " + marker,
                        "casNumber", "9004-54-0",
                        "hsCode", "3913900090",
                        "specification", marker,
                        "quantity", Map.of("amount", "5", "unit", "g"),
                        "manufacturer", "Example (invented)",
                        "manufacturerCountry", "DEU",
                        "originCountry", "DEU",
                        "use", "EXCIPIENT");
        var answer =
                client.post(
                        enterprise,
                        "/whitelist/requests",
                        "sweep-" + marker,
                        Map.of(
                                "scheme", "TJ-2022",
                                "kind", "NEW",
                                "articles", List.of(article),
                                "project", Map.of("name", marker, "stage", "PRECLINICAL"),
                                "responsiblePerson", "contact-7",
                                "commitmentSignedOn", "2026-01-05"));
        if (answer.status() != 201) {
            throw new IOException("a draft was answered by " + answer);
        }
        return answer.json().path("id").asString();
    }

    List<Officer> officers() {
        return officers.values().stream()
                .sorted(java.util.Comparator.comparing(Officer::name))
                .toList();
    }

    private Officer officer(String name) {
        return Objects.requireNonNull(officers.get(name), name);
    }

    private Map<String, String> ownedBy(String enterprise) {
        return Objects.requireNonNull(objects.get(enterprise), enterprise);
    }

    String token(Officer officer) throws IOException, InterruptedException {
        return client.token(officer.name());
    }

    /** Somebody whom the operation's roles let in. */
    Officer allowed(Operation operation) {
        return officers().stream()
                .filter(officer -> operation.roles().stream().anyMatch(officer.roles()::contains))
                .findFirst()
                .orElseGet(() -> officer("enterprise-a"));
    }

    /** What this caller must never see: a competitor's texts. */
    static Set<String> hiddenFrom(Officer officer) {
        return switch (officer.name()) {
            case "enterprise-a" -> Set.of(BRAVO);
            case "enterprise-b" -> Set.of(ALPHA);
            case "regulator", "auditor", Client.REGISTRAR -> Set.of();
            default -> Set.of();
        };
    }

    static Set<String> hiddenFromStrangers() {
        return Set.of(ALPHA, BRAVO);
    }

    /** The operation's path for an object of that enterprise. */
    String pathFor(Operation operation, String enterprise) {
        return operation.filled(name -> value(operation, name, ownedBy(enterprise)));
    }

    String pathForAbsent(Operation operation) {
        return operation.filled(name -> value(operation, name, Map.of()));
    }

    boolean isOwned(Operation operation) {
        return ownedBy("enterprise-a").keySet().stream()
                .anyMatch(kind -> operation.path().contains("/" + kind + "/{"));
    }

    private static String value(Operation operation, String name, Map<String, String> own) {
        return switch (name) {
            case "scheme", "code" -> "TJ-2022";
            case "year" -> "2026";
            case "stream" -> "whitelane.whitelist.entry.v1";
            default ->
                    own.entrySet().stream()
                            .filter(
                                    kind ->
                                            operation
                                                    .path()
                                                    .contains("/" + kind.getKey() + "/{" + name))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElse(ABSENT.toString());
        };
    }

    static JsonNode tree(Reply reply) {
        return Suite.JSON.readTree(reply.text());
    }
}
