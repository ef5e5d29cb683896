package org.whitelane.notification;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void featuresDependOnEachOtherInOneDirection() {
        ApplicationModules.of(NotificationApplication.class).verify();
    }
}
