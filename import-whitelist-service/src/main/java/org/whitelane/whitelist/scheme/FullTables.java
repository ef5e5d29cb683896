package org.whitelane.whitelist.scheme;

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
            Certain.once(() -> known.put(scheme.reference(), members));
        }
        return members;
    }
}
