package org.whitelane.verify;

/** What a source holds at one place. */
sealed interface Item {

    /** In the source's own counting, see {@link Source#place}. */
    long place();

    /**
     * What the check needs of an entry; the content is hashed already and gone, so that millions
     * fit.
     *
     * @param leaf made from the content, of a stub the one that was given
     * @param chainHash as it is claimed
     * @param leafHolds whether the leaf that stands beside the content is that of the content
     * @param isStub its content was withheld from who reads: the leaf is all there is
     */
    record Entry(
            long position,
            String id,
            byte[] leaf,
            byte[] chainHash,
            boolean leafHolds,
            boolean isStub,
            long place)
            implements Item {

        Entry(
                long position,
                String id,
                byte[] leaf,
                byte[] chainHash,
                boolean leafHolds,
                long place) {
            this(position, id, leaf, chainHash, leafHolds, false, place);
        }
    }

    /** No producer of ours ever wrote it; that can be said, and why, and nothing else about it. */
    record Forged(String why, long place) implements Item {}
}
