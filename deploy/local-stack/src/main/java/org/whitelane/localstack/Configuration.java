package org.whitelane.localstack;

import org.whitelane.embedded.Database;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** What each part is told: the same properties that a production deployment sets. */
final class Configuration {

    static final String REGISTRAR_ID = "bootstrap-registrar";

    private final Path data;
    private final PortPlan ports;
    private final Secrets secrets;

    Configuration(Path data, PortPlan ports, Secrets secrets) {
        this.data = data;
        this.ports = ports;
        this.secrets = secrets;
    }

    String registrarSecret() {
        return secrets.password("bootstrap-client-secret");
    }

    Map<String, String> registry(Database database) {
        return service(Port.REGISTRY, database)
                .with("whitelane.bootstrap.client-id", REGISTRAR_ID)
                .with("whitelane.bootstrap.client-secret", registrarSecret())
                .with("whitelane.signing.key-file", secrets.keyFile("signing-key"))
                .variables();
    }

    Map<String, String> plain(Port port, Database database) {
        return service(port, database).variables();
    }

    Map<String, String> notification(Database database) {
        return service(Port.NOTIFICATION, database)
                .with("spring.mail.host", "127.0.0.1")
                .with("spring.mail.port", ports.of(Port.SMTP))
                .with("whitelane.mail.from", "notice@whitelane.example")
                .variables();
    }

    Map<String, String> gateway() {
        return web(Port.GATEWAY)
                .with("whitelane.services.registry", ports.url(Port.REGISTRY))
                .with("whitelane.services.approval", ports.url(Port.APPROVAL))
                .with("whitelane.services.whitelist", ports.url(Port.WHITELIST))
                .with("whitelane.services.notification", ports.url(Port.NOTIFICATION))
                .variables();
    }

    private Environment service(Port port, Database database) {
        return web(port)
                .with("spring.datasource.url", database.url())
                .with("spring.datasource.username", database.app().username())
                .with("spring.datasource.password", database.app().password())
                .with("spring.flyway.url", database.url())
                .with("spring.flyway.user", database.owner().username())
                .with("spring.flyway.password", database.owner().password())
                .with("whitelane.journal.relay.username", database.relay().username())
                .with("whitelane.journal.relay.password", database.relay().password())
                .with("whitelane.journal.eraser.username", database.eraser().username())
                .with("whitelane.journal.eraser.password", database.eraser().password())
                .with("whitelane.journal.auditor.username", database.auditor().username())
                .with("whitelane.journal.auditor.password", database.auditor().password())
                .with("spring.kafka.bootstrap-servers", ports.address(Port.KAFKA))
                // one process per service: killed and started again it is known to the broker at
                // once, instead of after the dead one's session timed out
                .with("spring.kafka.consumer.properties.group.instance.id", "local");
    }

    private Environment web(Port port) {
        String issuer = "whitelane.security.issuers[0].";
        return new Environment()
                .with("server.port", ports.of(port))
                .with("server.address", "127.0.0.1")
                .with("whitelane.public-base-url", ports.url(Port.GATEWAY))
                .with(issuer + "issuer", ports.url(Port.GATEWAY))
                .with(issuer + "key-set-uri", ports.url(Port.REGISTRY) + "/oauth2/jwks")
                .with(
                        issuer + "key-set-file",
                        data.resolve("key-sets")
                                .resolve(port.name().toLowerCase(Locale.ROOT) + ".json"));
    }
}
