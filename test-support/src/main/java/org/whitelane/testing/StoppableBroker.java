package org.whitelane.testing;

/** A broker that can be taken away and brought back: same address, same data. */
sealed interface StoppableBroker permits EmbeddedBroker, ContainerBroker {

    String bootstrapServers();

    /** Does nothing while the broker is up. */
    void start();

    void stop();
}
