package org.whitelane.approval;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Features depend on each other in one direction. */
class ModularityTests {

    @Test
    void featuresDependOnEachOtherInOneDirection() {
        ApplicationModules.of(ApprovalApplication.class).verify();
    }
}
