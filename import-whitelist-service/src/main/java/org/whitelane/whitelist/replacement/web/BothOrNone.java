package org.whitelane.whitelist.replacement.web;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.web.Fault;
import org.whitelane.chassis.web.Together;

import java.util.List;
import java.util.Map;

/** A plan says what becomes of entries and of requests, or nothing. */
final class BothOrNone implements Together.Rule {

    @Override
    public List<Fault> faults(Map<String, @Nullable Object> fields) {
        var entries = fields.get("entries") == null;
        var requests = fields.get("requests") == null;
        if (entries == requests) {
            return List.of();
        }
        return List.of(
                new Fault(
                        entries ? "/entries" : "/requests",
                        "required",
                        "A plan says both what becomes of entries and of requests."));
    }
}
