package org.whitelane.client;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * What stands at a position.
 *
 * @param event null where the feed withholds it: its type was not granted
 */
record Slot(long position, byte[] leaf, byte[] chainHash, @Nullable StreamEvent event) {

    static Slot of(StreamEvent event) {
        return new Slot(event.position(), event.leaf(), event.chainHash(), event);
    }

    boolean isSameAs(Slot other) {
        return Arrays.equals(chainHash, other.chainHash) && Arrays.equals(leaf, other.leaf);
    }

    /** For people. */
    String name() {
        return event == null ? "withheld" : "id " + event.attributes().id();
    }
}
