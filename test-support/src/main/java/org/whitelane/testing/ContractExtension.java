package org.whitelane.testing;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.TestContextAnnotationUtils;

import java.util.Set;

/** Makes every class of a service's tests a test of the contract too. */
class ContractExtension implements AfterAllCallback {

    /** Other databases are of slices, whose journals hold what no service would say. */
    private static final Set<String> SERVICES =
            Set.of("registry", "approval", "whitelist", "notification");

    @Override
    public void afterAll(ExtensionContext context) {
        var parts =
                TestContextAnnotationUtils.findMergedAnnotation(
                        context.getRequiredTestClass(), RealParts.class);
        if (parts != null && SERVICES.contains(parts.value())) {
            JournalledEvents.keepTheContract(parts.value());
        }
    }
}
