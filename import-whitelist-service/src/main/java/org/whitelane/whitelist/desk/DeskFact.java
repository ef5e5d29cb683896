package org.whitelane.whitelist.desk;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Officer;

/** Who took, gave back or handed over work; it concerns nobody outside. */
public sealed interface DeskFact {

    Waiting work();

    Officer by();

    record Claimed(Waiting work, Officer by) implements DeskFact {}

    record Released(Waiting work, Officer by) implements DeskFact {}

    /**
     * @param to the officer's opaque id
     */
    record Reassigned(Waiting work, Officer by, String to, String reason) implements DeskFact {}

    /** Who holds it then; null when nobody does. */
    default @Nullable String after() {
        return switch (this) {
            case Claimed(_, var officer) -> officer.subject();
            case Released _ -> null;
            case Reassigned(_, _, var officer, _) -> officer;
        };
    }

    default @Nullable String reason() {
        return this instanceof Reassigned(_, _, _, var why) ? why : null;
    }
}
