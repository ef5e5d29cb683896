package org.whitelane.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

class KafkaAccessTests {

    @TempDir Path data;

    @Test
    void givesEachReaderAClientAndForgetsWhoIsNamedNoMore() throws Exception {
        access().write();
        assertThat(client("regulator")).containsEntry("security.protocol", "SASL_PLAINTEXT");
        assertThat(client("customs").getProperty("sasl.jaas.config")).contains("\"customs\"");

        Files.writeString(data.resolve("readers.properties"), "auditor=whitelane.*\n");
        var before = client("registry");
        var told = Files.readString(access().write());

        assertThat(told).contains("principal.auditor.reads=whitelane.*").doesNotContain("customs");
        assertThat(client("registry")).isEqualTo(before);
        assertThat(KafkaAccess.client(data, "auditor")).exists();
        assertThat(KafkaAccess.client(data, "customs")).doesNotExist();
    }

    @Test
    void tellsAServiceItsOwnLoginInTheFormThatSpringReads() throws Exception {
        var environment = new Environment();
        access().tell(environment, "registry");

        access().write();
        assertThat(environment.variables())
                .containsEntry("SPRING_KAFKA_BOOTSTRAPSERVERS", "127.0.0.1:9")
                .containsEntry("SPRING_KAFKA_PROPERTIES_SECURITY_PROTOCOL", "SASL_PLAINTEXT")
                .containsEntry(
                        "SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG",
                        client("registry").getProperty("sasl.jaas.config"));
    }

    @ParameterizedTest
    @CsvSource({
        "whitelist,is a name of the suite's own",
        "administrator,is a name of the suite's own",
        "../x,'should be letters, digits, - and _'",
        "some.body,'should be letters, digits, - and _'"
    })
    void refusesAReaderWhoseNameIsTakenOrOdd(String name, String why) throws Exception {
        Files.writeString(data.resolve("readers.properties"), name + "=whitelane.*\n");

        assertThatThrownBy(() -> access().write())
                .isInstanceOf(Options.Unusable.class)
                .hasMessageContaining("readers.properties: ")
                .hasMessageContaining(name)
                .hasMessageContaining(why);
        assertThat(data.resolve("secrets").resolve("broker-access.properties")).doesNotExist();
    }

    private KafkaAccess access() {
        return new KafkaAccess(data, "127.0.0.1:9", new Secrets(data.resolve("secrets")));
    }

    private Properties client(String name) throws IOException {
        var settings = new Properties();
        try (var reader = Files.newBufferedReader(KafkaAccess.client(data, name))) {
            settings.load(reader);
        }
        return settings;
    }
}
