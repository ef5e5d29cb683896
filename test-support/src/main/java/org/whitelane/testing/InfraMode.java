package org.whitelane.testing;

/** Where the real parts of a test run come from. */
enum InfraMode {
    /** Testcontainers on a container engine. */
    CONTAINERS,
    /** Maven artefacts: the broker in this JVM, PostgreSQL as its child. */
    EMBEDDED
}
