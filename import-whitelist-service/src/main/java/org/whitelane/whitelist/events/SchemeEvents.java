package org.whitelane.whitelist.events;

import org.whitelane.chassis.journal.InternalEvent;
import org.whitelane.events.SchemeEvent.SchemeClosed;
import org.whitelane.events.SchemeEvent.SchemeVersionActivated;
import org.whitelane.kernel.PartialDate;
import org.whitelane.whitelist.scheme.Closing;
import org.whitelane.whitelist.scheme.PilotScheme;
import org.whitelane.whitelist.scheme.SchemeFact;

import java.util.Map;

final class SchemeEvents {

    private SchemeEvents() {}

    static SchemeVersionActivated activated(PilotScheme scheme) {
        var end = scheme.policy().effectiveTo();
        var from = PartialDate.parse(scheme.policy().effectiveFrom());
        return new SchemeVersionActivated(
                scheme.code(),
                scheme.version(),
                scheme.name().zh(),
                scheme.name().en(),
                scheme.policy().document(),
                from.latest().toString(),
                end == null ? null : end.toString(),
                from instanceof PartialDate.Month month ? month.toString() : null);
    }

    static SchemeClosed closed(Closing closing) {
        return new SchemeClosed(
                closing.scheme(),
                closing.replacedBy(),
                closing.closedOn().toString(),
                closing.plan().entries().name(),
                closing.plan().requests().name(),
                closing.basis());
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
