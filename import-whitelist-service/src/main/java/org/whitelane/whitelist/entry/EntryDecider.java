package org.whitelane.whitelist.entry;

import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.core.Refused;
import org.whitelane.whitelist.scheme.Members;

import java.util.Optional;

/** Whether an officer may do something with an entry now. Pure. */
final class EntryDecider {

    private EntryDecider() {}

    /** Sees it: the holder, the scheme's table, auditors. */
    static boolean maySee(WhitelistEntry entry, Officer officer, Members members) {
        return officer.actsFor(entry.holder().organisation())
                || members.isMember(officer.organisation())
                || officer.isAuditor();
    }

    /** What stands against the officer, whatever the entry's status. */
    static Optional<Refused> objection(
            WhitelistEntry entry, EntryAction action, Officer officer, Members members) {
        if (!maySee(entry, officer, members)) {
            return Optional.of(Refused.notFound("Entry " + entry.id()));
        }
        var roles = action.who().roles();
        if (!officer.hasAnyOf(roles)) {
            return Optional.of(
                    Refused.forbidden(
                            "role-missing",
                            "To %s needs the role %s."
                                    .formatted(action.code(), String.join(" or ", roles))));
        }
        if (officer.actsFor(entry.holder().organisation())) {
            return Optional.of(
                    Refused.forbidden(
                            "own-entry", "Nobody decides on an entry of their own organisation."));
        }
        return atTheTable(action, officer, members);
    }

    /** Empty where the table has no such move. */
    static Optional<Refused> illegal(WhitelistEntry entry, EntryAction action) {
        return action.from(entry.status()).isPresent()
                ? Optional.empty()
                : Optional.of(
                        Refused.illegalMove(
                                "Entry " + entry.number(),
                                entry.status(),
                                action.code(),
                                EntryMoves.from(entry.status())));
    }

    private static Optional<Refused> atTheTable(
            EntryAction action, Officer officer, Members members) {
        if (members.office().filter(officer::actsFor).isPresent()) {
            return Optional.empty();
        }
        var customs =
                action.who() == EntryAction.Who.OFFICE_OR_CUSTOMS
                        && officer.roles().contains("CUSTOMS_OFFICER")
                        && members.isMember(officer.organisation());
        return customs
                ? Optional.empty()
                : Optional.of(
                        Refused.forbidden(
                                "not-the-office",
                                "Only the scheme's office (%s)%s does this."
                                        .formatted(
                                                members.governance().lead(),
                                                action.who() == EntryAction.Who.OFFICE_OR_CUSTOMS
                                                        ? " or a member agency's customs officer"
                                                        : "")));
    }
}
