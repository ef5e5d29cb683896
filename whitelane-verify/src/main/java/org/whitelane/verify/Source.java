package org.whitelane.verify;

import org.jspecify.annotations.Nullable;

/** Where a stream is read from. */
interface Source {

    /** For people: topic, feed or file. */
    String name();

    String stream();

    /** Null where the source does not know: a topic. */
    @Nullable String incarnation();

    /** Where an item was found, in words. */
    String place(long place);

    /** What else there is to say of what was read; empty for nothing. */
    default String remark() {
        return "";
    }

    /** Reads from the first entry on, until the end or until the walk is done. */
    void read(Walk walk);

    /** What is told while it is read. */
    interface Walk {

        void accept(Item item);

        /** What the source itself says of its end. */
        void ends(long position, byte[] hash);

        boolean isDone();
    }
}
