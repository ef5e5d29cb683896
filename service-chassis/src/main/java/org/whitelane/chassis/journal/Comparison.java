package org.whitelane.chassis.journal;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which streams a new leader has held against their topics. Before that no entry gets a place: the
 * database may be restored, and the place taken in the topic.
 */
final class Comparison {

    private final Set<String> closed = ConcurrentHashMap.newKeySet();
    private final Set<String> undecided = ConcurrentHashMap.newKeySet();
    private final Runnable changed;

    /**
     * @param changed told when something may be placed that might not
     */
    Comparison(Runnable changed) {
        this.changed = changed;
    }

    void expect(Collection<String> streams) {
        closed.addAll(streams);
        undecided.addAll(streams);
    }

    void agrees(String stream) {
        undecided.remove(stream);
        if (closed.remove(stream)) {
            changed.run();
        }
    }

    /** It stays closed until an operator has helped. */
    void differs(String stream) {
        undecided.remove(stream);
        changed.run();
    }

    Set<String> closed() {
        return new TreeSet<>(closed);
    }

    boolean isDecided() {
        return undecided.isEmpty();
    }
}
