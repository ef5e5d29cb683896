package org.whitelane.registry;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.whitelane.embedded.Ports;
import org.whitelane.testing.Infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The service on real parts, trusting its own tokens and the test issuer's. One instance serves all
 * tests that do not start their own; every instance is on the same database, as in production.
 */
public final class TestRegistry implements AutoCloseable {

    public static final String BOOTSTRAP_ID = "bootstrap-registrar";
    public static final String BOOTSTRAP_SECRET = "a-bootstrap-secret-of-some-length-for-tests";

    private static final Path KEY_FILE = keyFile();
    private static @Nullable TestRegistry shared;

    private final ConfigurableApplicationContext context;
    private final Api api;

    private TestRegistry(ConfigurableApplicationContext context, Api api) {
        this.context = context;
        this.api = api;
    }

    public static Api shared() {
        return sharedInstance().api;
    }

    public static synchronized TestRegistry sharedInstance() {
        var running = shared;
        if (running == null) {
            running = start(Ports.free());
            shared = running;
        }
        return running;
    }

    public static TestRegistry start(int port) {
        var properties = new HashMap<String, String>(Infra.properties(Infra.database("registry")));
        var url = "http://127.0.0.1:" + port;
        properties.put("spring.kafka.bootstrap-servers", Infra.bootstrapServers());
        properties.put("server.port", String.valueOf(port));
        properties.put("whitelane.public-base-url", url);
        properties.put("whitelane.signing.key-file", KEY_FILE.toString());
        properties.put("whitelane.bootstrap.client-id", BOOTSTRAP_ID);
        properties.put("whitelane.bootstrap.client-secret", BOOTSTRAP_SECRET);
        properties.put("whitelane.security.issuers[0].issuer", url);
        properties.put("whitelane.security.issuers[0].key-set-uri", url + "/oauth2/jwks");
        properties.putAll(Infra.issuer().readers());
        properties.put("whitelane.security.issuers[1].issuer", Infra.issuer().issuer());
        properties.put("whitelane.security.issuers[1].key-set-uri", Infra.issuer().keySetUri());
        properties.put("logging.level.org.apache.kafka", "warn");
        return new TestRegistry(
                SpringApplication.run(RegistryApplication.class, arguments(properties)),
                new Api(url));
    }

    public static String registrar() {
        return Infra.issuer().token("a-registrar", null, "REGISTRAR");
    }

    public Api api() {
        return api;
    }

    public ApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }

    private static String[] arguments(Map<String, String> properties) {
        return properties.entrySet().stream()
                .map(e -> "--%s=%s".formatted(e.getKey(), e.getValue()))
                .toArray(String[]::new);
    }

    private static Path keyFile() {
        try {
            var file = Files.createTempFile("whitelane-signing", ".key");
            file.toFile().deleteOnExit();
            return Files.writeString(file, "c2l4dGVlbiBieXRlcyB0d2ljZSBhcmUgMzIgYnl0ZXM=");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
