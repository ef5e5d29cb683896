package org.whitelane.chassis.journal;

import org.whitelane.events.Chain;
import org.whitelane.events.Placement;

/** A committed place in a stream, with what stands there. */
public record Link(long position, byte[] leaf, byte[] hash, StoredEntry entry) {

    Placement placement() {
        return new Placement(position, Chain.hex(hash), Chain.hex(entry.privateDigest()));
    }
}
