package org.whitelane.notification.delivery;

import jakarta.mail.MessagingException;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** What a failure of the SMTP dialogue means for the message. Pure. */
final class SmtpVerdict {

    private static final int GOING_AWAY = 421;
    private static final int FULL_MAILBOX = 552;

    private SmtpVerdict() {}

    /**
     * @param written whether the whole mail was written: only then can an unanswered one have been
     *     taken
     */
    static DeliveryResult of(MessagingException failure, boolean written) {
        for (Exception e = failure; e instanceof MessagingException m; e = m.getNextException()) {
            if (e instanceof SMTPAddressFailedException address) {
                return aboutRecipient(address.getReturnCode());
            }
            if (e instanceof SMTPSendFailedException send && send.getReturnCode() >= 400) {
                return aboutCommand(String.valueOf(send.getCommand()), send.getReturnCode());
            }
        }
        var why = failure.getClass().getSimpleName();
        return written ? new DeliveryResult.Uncertain(why) : new DeliveryResult.Unreachable(why);
    }

    private static DeliveryResult aboutRecipient(int code) {
        if (code == GOING_AWAY) {
            return new DeliveryResult.Unreachable("RCPT " + code);
        }
        // RFC 5321 4.5.3.1.10: 552 for a recipient is to be read as 452
        return code >= 500 && code != FULL_MAILBOX
                ? new DeliveryResult.Refused("RCPT " + code)
                : new DeliveryResult.Deferred("RCPT " + code);
    }

    private static DeliveryResult aboutCommand(String command, int code) {
        // a refused sender is our trouble, whoever the recipient
        if (code == GOING_AWAY || command.startsWith("MAIL")) {
            return new DeliveryResult.Unreachable("MAIL " + code);
        }
        return code >= 500
                ? new DeliveryResult.Refused("DATA " + code)
                : new DeliveryResult.Deferred("DATA " + code);
    }
}
