package org.whitelane.testing;

import org.apache.kafka.common.utils.AppInfoParser;
import org.testcontainers.utility.DockerImageName;

import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The images of the container mode: the servers' versions are those of the embedded parts. Other
 * names, a company's mirror for instance, come by {@code infra.image.postgres} and {@code
 * infra.image.kafka} or {@code INFRA_IMAGE_POSTGRES} and {@code INFRA_IMAGE_KAFKA}.
 */
record Images(String postgres, String kafka) {

    /** A test holds it against the version of the embedded binaries in the parent pom. */
    static final String POSTGRES_VERSION = "18.6";

    static Images of(Properties properties, Map<String, String> environment) {
        return new Images(
                name("postgres", "postgres:" + POSTGRES_VERSION, properties, environment),
                name(
                        "kafka",
                        "apache/kafka:" + AppInfoParser.getVersion(),
                        properties,
                        environment));
    }

    List<String> names() {
        return List.of(postgres, kafka);
    }

    DockerImageName postgresName() {
        return DockerImageName.parse(postgres).asCompatibleSubstituteFor("postgres");
    }

    DockerImageName kafkaName() {
        return DockerImageName.parse(kafka).asCompatibleSubstituteFor("apache/kafka");
    }

    private static String name(
            String part, String usual, Properties properties, Map<String, String> environment) {
        String variable = "INFRA_IMAGE_" + part.toUpperCase(java.util.Locale.ROOT);
        return properties.getProperty(
                "infra.image." + part, environment.getOrDefault(variable, usual));
    }
}
