package org.whitelane.whitelist;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void featuresDependInOneDirection() {
        ApplicationModules.of(ImportWhitelistApplication.class).verify();
    }
}
