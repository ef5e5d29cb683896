package org.whitelane.testing;

/** Whether one way to have the parts is there on this machine. */
sealed interface Availability {

    /**
     * @param how for the line that the run prints
     */
    record There(String how) implements Availability {}

    /**
     * @param why for the line that the run prints
     * @param curable by a download
     */
    record NotThere(String why, boolean curable) implements Availability {

        NotThere(String why) {
            this(why, false);
        }

        static NotThere curable(String why) {
            return new NotThere(why, true);
        }
    }
}
