package org.whitelane.registry.calendar;

import org.jspecify.annotations.Nullable;
import org.whitelane.registry.core.Act;

/** Told within the transaction of an import. */
public record CalendarImported(@Nullable ImportedYear before, ImportedYear after, Act act) {}
