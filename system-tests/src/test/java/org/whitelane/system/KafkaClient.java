package org.whitelane.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** How somebody whom the suite lets speak to its broker is configured, as its user finds it. */
final class KafkaClient {

    private KafkaClient() {}

    static Path file(Suite suite, String name) {
        return suite.dataDirectory().resolve("kafka").resolve(name + ".properties");
    }

    static Map<String, Object> of(Suite suite, String name) {
        var settings = new Properties();
        try (var reader = Files.newBufferedReader(file(suite, name))) {
            settings.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var client = new HashMap<String, Object>();
        settings.forEach((key, value) -> client.put(key.toString(), value));
        return client;
    }
}
