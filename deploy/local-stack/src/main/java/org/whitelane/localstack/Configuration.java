package org.whitelane.localstack;

import org.whitelane.embedded.Broker;
import org.whitelane.embedded.Database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** What each part is told: the same properties that a production deployment sets. */
final class Configuration {

    static final String REGISTRAR_ID = "bootstrap-registrar";

    private final Path data;
    private final PortPlan ports;
    private final Secrets secrets;
    private final KafkaAccess kafka;

    Configuration(Path data, PortPlan ports, Secrets secrets) {
        this.data = data;
        this.ports = ports;
        this.secrets = secrets;
        this.kafka = new KafkaAccess(data, ports.address(Port.KAFKA), secrets);
    }

    String registrarSecret() {
        return secrets.password("bootstrap-client-secret");
    }

    /** Writes who may do what, and says where. */
    Map<String, String> broker() throws IOException {
        return Map.of(Broker.ACCESS, kafka.write().toString());
    }

    Map<String, String> registry(Database database) {
        return service(Port.REGISTRY, database)
                .with("whitelane.bootstrap.client-id", REGISTRAR_ID)
                .with("whitelane.bootstrap.client-secret", registrarSecret())
                .with("whitelane.signing.key-file", secrets.keyFile("signing-key"))
                .variables();
    }

    Map<String, String> approval(Database database) {
        return service(Port.APPROVAL, database).variables();
    }

    Map<String, String> whitelist(Database database) {
        return service(Port.WHITELIST, database)
                .with("whitelane.signing.key-file", secrets.keyFile("receipt-key"))
                .variables();
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
        var environment = web(port);
        kafka.tell(environment, database.name());
        return environment
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
                .with(
                        "whitelane.checkpoints.key-file",
                        secrets.keyFile(port.name().toLowerCase(Locale.ROOT) + "-checkpoint-key"));
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
