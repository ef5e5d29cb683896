package org.whitelane.notification.delivery;

/** An attempt whose end is known to this process and not yet to the database. */
record Finished(long attempt, Claimed message, DeliveryResult result) {

    Finished with(DeliveryResult judged) {
        return new Finished(attempt, message, judged);
    }
}
