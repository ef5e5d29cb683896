package org.whitelane.whitelist.scheme;

import org.whitelane.chassis.database.AfterCommit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Tables at which every seat is taken: nobody leaves a seat or changes it, so they are asked for
 * once.
 */
final class FullTables {

    private final Map<String, Members> known = new ConcurrentHashMap<>();

    /**
     * @param asked what the database says, where the table is not known to be full
     */
    Members of(PilotScheme scheme, Supplier<Members> asked) {
        var full = known.get(scheme.reference());
        if (full != null) {
            return full;
        }
        var members = asked.get();
        if (members.isComplete()) {
            // a seat that was taken in this transaction may still be given back
            AfterCommit.run(() -> known.put(scheme.reference(), members));
        }
        return members;
    }
}
