package org.whitelane.verify;

/** What the check of one source came to. */
sealed interface Verdict {

    /**
     * @param position the last; 0 for an empty stream
     * @param hash of the last
     * @param vouched the last position that a checkpoint vouches for; 0 without any
     * @param stubs of which only the leaf was there
     */
    record Complete(long position, byte[] hash, long vouched, long stubs) implements Verdict {}

    /**
     * @param kind missing, altered, inserted, reordered, duplicated, cut off, rewritten, forged
     * @param position the first that is not right
     * @param why goes on after the position
     */
    record Broken(String kind, long position, String why) implements Verdict {

        @Override
        public String toString() {
            return "%s: position %d%s".formatted(kind, position, why);
        }
    }
}
