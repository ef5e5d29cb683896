package org.whitelane.registry.token;

import org.jspecify.annotations.Nullable;
import org.whitelane.registry.core.Act;

/**
 * Told within the transaction of a rotation.
 *
 * @param before id of the key that signed until now; null for the very first
 * @param after id of the key that signs from now on
 */
public record SigningKeysRotated(@Nullable String before, String after, Act act) {}
