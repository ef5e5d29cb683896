package org.whitelane.testing;

import org.whitelane.embedded.PostgresServer;

/** Database server and broker of this JVM, each started when it is first asked for. */
sealed interface Parts permits EmbeddedParts, ContainerParts {

    PostgresServer postgres();

    StoppableBroker broker();
}
