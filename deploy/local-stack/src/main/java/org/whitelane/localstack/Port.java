package org.whitelane.localstack;

import java.util.Locale;

/** Everything that listens, with its usual port; the order is that of {@code --port-base}. */
enum Port {
    GATEWAY(8080, "the gateway"),
    REGISTRY(8081, "registry-service"),
    APPROVAL(8082, "approval-service"),
    WHITELIST(8083, "import-whitelist-service"),
    NOTIFICATION(8084, "notification-service"),
    INBOX(8025, "the inbox page"),
    SMTP(1025, "the mail server"),
    KAFKA(19092, "the broker"),
    KAFKA_CONTROLLER(19093, "the broker's controller"),
    POSTGRES(15432, "PostgreSQL");

    final int usual;
    final String purpose;

    Port(int usual, String purpose) {
        this.usual = usual;
        this.purpose = purpose;
    }

    String option() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-') + "-port";
    }
}
