package org.whitelane.localstack.story;

import java.net.URI;
import java.nio.file.Path;

/**
 * Where the running suite is found.
 *
 * @param inbox the SMTP sink's page and JSON
 * @param kafka bootstrap servers that are open to all, or the file of a reader's client
 * @param dataDirectory what the story remembers between runs is kept here
 * @param registrarId the bootstrap credential of registry-service
 */
public record StackAddresses(
        URI gateway,
        URI inbox,
        String kafka,
        Path dataDirectory,
        String registrarId,
        String registrarSecret) {

    URI api(String path) {
        return URI.create(gateway + "/api/v1" + path);
    }
}
