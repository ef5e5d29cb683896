package org.whitelane.whitelist.events;

import org.whitelane.chassis.journal.InternalEvent;
import org.whitelane.events.WhitelistEvent.SchemeVersionActivated;
import org.whitelane.whitelist.scheme.PilotScheme;
import org.whitelane.whitelist.scheme.SchemeFact;

import java.util.Map;

final class SchemeEvents {

    private SchemeEvents() {}

    static SchemeVersionActivated activated(PilotScheme scheme) {
        var end = scheme.policy().effectiveTo();
        return new SchemeVersionActivated(
                scheme.code(),
                scheme.version(),
                scheme.name().zh(),
                scheme.name().en(),
                scheme.policy().document(),
                scheme.policy().effectiveFrom().toString(),
                end == null ? null : end.toString());
    }

    static InternalEvent bound(SchemeFact.MemberBound bound) {
        return new InternalEvent(
                "org.whitelane.whitelist.scheme-member-bound.v1",
                bound.scheme(),
                Map.of(
                        "scheme", bound.scheme(),
                        "agencyRole", bound.agencyRole(),
                        "organisation", bound.organisation()));
    }
}
