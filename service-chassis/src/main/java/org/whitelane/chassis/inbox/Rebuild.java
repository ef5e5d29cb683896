package org.whitelane.chassis.inbox;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * The last time that a projection began anew.
 *
 * @param generation its name, which the offsets committed since then bear
 * @param doneAt null until everybody who decided by it was told
 */
record Rebuild(UUID generation, RebuildState state, Instant askedAt, @Nullable Instant doneAt) {}
