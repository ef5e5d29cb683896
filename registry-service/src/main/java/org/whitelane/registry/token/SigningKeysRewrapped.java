package org.whitelane.registry.token;

import org.whitelane.registry.core.Act;

/** Told within the transaction that exchanged the key under which signing keys lie wrapped. */
public record SigningKeysRewrapped(Rewrapping done, Act act) {}
