package org.whitelane.chassis.inbox;

/** What a transaction did, to be counted once it has committed. */
record Tally(int applied, int duplicates, int unknown, int parked) {

    static final Tally NOTHING = new Tally(0, 0, 0, 0);
    static final Tally APPLIED = new Tally(1, 0, 0, 0);
    static final Tally DUPLICATE = new Tally(0, 1, 0, 0);
    static final Tally UNKNOWN = new Tally(0, 0, 1, 0);
    static final Tally PARKED = new Tally(0, 0, 0, 1);

    Tally plus(Tally other) {
        return new Tally(
                applied + other.applied,
                duplicates + other.duplicates,
                unknown + other.unknown,
                parked + other.parked);
    }
}
