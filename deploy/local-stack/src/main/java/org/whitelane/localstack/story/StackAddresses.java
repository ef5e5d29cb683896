package org.whitelane.localstack.story;

import java.net.URI;
import java.nio.file.Path;

/**
 * Where the running suite is found.
 *
 * @param inbox the SMTP sink's page and JSON
 * @param dataDirectory what the story remembers between runs is kept here
 * @param registrarId the bootstrap credential of registry-service
 */
public record StackAddresses(
        URI gateway,
        URI inbox,
        String bootstrapServers,
        Path dataDirectory,
        String registrarId,
        String registrarSecret) {

    URI api(String path) {
        return URI.create(gateway + "/api/v1" + path);
    }
}
