package org.whitelane.chassis.journal;

import org.springframework.transaction.support.TransactionTemplate;
import org.whitelane.chassis.security.Caller;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** Shows private parts, and first writes down who looks at what. */
final class AuditDesk {

    private final AuditTrail trail;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final String service;

    AuditDesk(AuditTrail trail, Journal journal, TransactionTemplate transaction, String service) {
        this.trail = trail;
        this.journal = journal;
        this.transaction = transaction;
        this.service = service;
    }

    static String readType(String service) {
        return "org.whitelane." + service + ".audit-read.v1";
    }

    /** Nothing is shown unless the reading is on record. */
    List<AuditTrail.Row> read(AuditFilter filter, long after, int limit, Caller caller) {
        transaction.executeWithoutResult(status -> record(filter, after, caller));
        return trail.page(filter, after, limit);
    }

    private void record(AuditFilter filter, long after, Caller caller) {
        var subject = filter.subject() == null ? UUID.randomUUID().toString() : filter.subject();
        var data = new LinkedHashMap<String, Object>();
        if (filter.subject() != null) {
            data.put("subject", filter.subject());
        }
        if (after > 0) {
            data.put("after", after);
        }
        journal.append(
                new InternalEvent(readType(service), subject, data),
                // whose acts were looked for is itself private: the entry can never be changed
                PrivatePart.by(caller.subject()).change(null, filter));
    }
}
