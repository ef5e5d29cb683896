package org.whitelane.whitelist.events;

import org.whitelane.chassis.journal.InternalEvent;
import org.whitelane.whitelist.desk.DeskFact;

import java.util.Map;

/** Who holds which work stays inside. */
final class DeskEvents {

    private DeskEvents() {}

    static InternalEvent of(DeskFact fact) {
        var work = fact.work();
        return new InternalEvent(
                "org.whitelane.whitelist." + type(fact),
                work.request().toString(),
                Map.of(
                        "requestId", work.request().toString(),
                        "requestNumber", work.number(),
                        "desk", work.desk().name()));
    }

    private static String type(DeskFact fact) {
        return switch (fact) {
            case DeskFact.Claimed _ -> "request-claimed.v1";
            case DeskFact.Released _ -> "request-released.v1";
            case DeskFact.Reassigned _ -> "request-reassigned.v1";
        };
    }
}
