package org.whitelane.whitelist.request;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Officer;

/**
 * A request as it was and as it is.
 *
 * @param before null when it has just been drafted
 */
public record RequestChanged(
        @Nullable WhitelistRequest before, WhitelistRequest after, RequestFact fact, Officer by) {}
