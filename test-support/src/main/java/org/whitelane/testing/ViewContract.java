package org.whitelane.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * No view of a service shows more than the marks of the event fields allow. Each service extends
 * this, and says in {@code src/test/resources/views.txt} what its views show.
 */
public abstract class ViewContract {

    /** As in {@code docs/api/<service>.openapi.json}, which the service's tests keep true. */
    protected abstract String service();

    @Test
    void noViewShowsMoreThanItsAudienceMaySee() throws IOException {
        var document = Path.of("../docs/api/" + service() + ".openapi.json");
        var table = Path.of("src/test/resources/views.txt");

        assertThat(
                        ViewMarks.faults(
                                JsonMapper.shared().readTree(Files.readString(document)),
                                Files.readAllLines(table)))
                .as("views of %s against %s", document, table)
                .isEmpty();
    }
}
