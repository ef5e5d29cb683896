package org.whitelane.notification.delivery;

import org.whitelane.notification.alert.Alert;
import org.whitelane.notification.subscription.Recipient;

/**
 * An attempt that stands in the database before the server is spoken to, with all it takes to write
 * the mail.
 *
 * @param token for the link that this mail carries
 */
record Begun(long attempt, Claimed message, Recipient recipient, String token, Content content) {

    sealed interface Content {}

    record Confirmation() implements Content {}

    record News(Alert alert) implements Content {}
}
