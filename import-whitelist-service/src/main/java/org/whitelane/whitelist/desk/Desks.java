package org.whitelane.whitelist.desk;

import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.request.ClockReading.Desk;
import org.whitelane.whitelist.request.RequestAction;
import org.whitelane.whitelist.request.Who;

import java.util.Arrays;
import java.util.Optional;

/** Whose officers sit at which desk. */
final class Desks {

    private Desks() {}

    /** The desks at which an officer's roles let them work. */
    static String[] of(Officer officer) {
        return Arrays.stream(Desk.values())
                .filter(desk -> who(desk).filter(w -> officer.hasAnyOf(w.roles())).isPresent())
                .map(Desk::name)
                .toArray(String[]::new);
    }

    /** Whether an action is the work of that desk. */
    static boolean does(Desk desk, RequestAction action) {
        return who(desk).filter(who -> who == action.who()).isPresent();
    }

    private static Optional<Who> who(Desk desk) {
        return switch (desk) {
            case INTAKE -> Optional.of(Who.INTAKE);
            case ASSESSMENT -> Optional.of(Who.ASSESSOR);
            case DISTRICT -> Optional.of(Who.DISTRICT);
            case AGENCY -> Optional.of(Who.REVIEWER);
            case OFFICE -> Optional.of(Who.OFFICE);
            case APPLICANT, NOBODY -> Optional.empty();
        };
    }
}
