package org.whitelane.whitelist.request;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The last day of a period.
 *
 * @param provisional the calendar of a year is not loaded, so weekdays were counted
 * @param defaulted the general law's limit, not the scheme's own
 */
public record DueDate(LocalDate on, boolean provisional, String basis, boolean defaulted) {

    /** Nothing is published that a later calendar would change. */
    public Optional<LocalDate> certain() {
        return provisional ? Optional.empty() : Optional.of(on);
    }
}
