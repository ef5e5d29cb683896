package org.whitelane.gateway.limits;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * How many requests of each client or address are under way. Holds no more keys than there are
 * requests.
 */
final class InFlight {

    static final String POLICY = "in-flight";

    private final ConcurrentMap<String, Integer> byKey = new ConcurrentHashMap<>();
    private final int most;

    InFlight(int most) {
        this.most = most;
    }

    boolean enter(String key) {
        // beyond the bound it counts too, until leave a moment later
        if (byKey.merge(key, 1, Integer::sum) <= most) {
            return true;
        }
        leave(key);
        return false;
    }

    void leave(String key) {
        byKey.computeIfPresent(key, (_, count) -> count == 1 ? null : count - 1);
    }

    /** As draft-ietf-httpapi-ratelimit-headers writes a bound that has no window. */
    String description() {
        return "\"%s\";q=%d;qu=\"concurrent-requests\"".formatted(POLICY, most);
    }

    int keys() {
        return byKey.size();
    }
}
