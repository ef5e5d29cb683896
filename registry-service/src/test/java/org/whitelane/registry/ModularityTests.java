package org.whitelane.registry;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void featuresDependInOneDirectionAndOnPublicTypesOnly() {
        ApplicationModules.of(RegistryApplication.class).verify();
    }
}
