package org.whitelane.whitelist.support;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.whitelane.whitelist.core.Officer;

import java.util.Objects;

/** The table laid: API, the registry's topic, and what our own topics say. */
@ServiceTest
public abstract class ServiceTestBase {

    @LocalServerPort protected int port;

    protected WhitelistApi api;
    protected RegistryTopic registry;
    protected RecordedEvents events;
    protected Table table;

    @BeforeEach
    void open() {
        api = new WhitelistApi(port);
        registry = new RegistryTopic();
        events = new RecordedEvents();
        table = new Table(api, registry);
    }

    @AfterEach
    void close() {
        registry.close();
        events.close();
    }

    protected static String id(Officer officer) {
        return Objects.requireNonNull(officer.organisation());
    }
}
