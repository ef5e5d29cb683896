package org.whitelane.whitelist.replacement;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.scheme.Replacement;

/**
 * What an office orders.
 *
 * @param scheme that ends
 * @param replacedBy that takes its place
 * @param plan null where the new scheme's own text says it
 * @param basis where the plan is said
 */
public record ReplacementOrder(
        String scheme, String replacedBy, @Nullable Replacement plan, String basis) {}
