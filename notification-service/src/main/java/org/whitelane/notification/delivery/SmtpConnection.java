package org.whitelane.notification.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;

import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** One connection for the mails of a batch; opened when first needed, and again after it broke. */
final class SmtpConnection implements AutoCloseable {

    private final JavaMailSenderImpl server;
    private @Nullable Transport transport;

    SmtpConnection(JavaMailSenderImpl server) {
        this.server = server;
    }

    DeliveryResult send(OutgoingMail mail) {
        try {
            connected().sendMessage(mail, mail.getAllRecipients());
            return new DeliveryResult.Sent();
        } catch (MessagingException e) {
            // whatever was said, the next mail starts with a fresh dialogue
            close();
            return SmtpVerdict.of(e, mail.written());
        }
    }

    private Transport connected() throws MessagingException {
        if (transport == null || !transport.isConnected()) {
            close();
            transport = server.getSession().getTransport("smtp");
            transport.connect(
                    server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
        }
        return transport;
    }

    @Override
    public void close() {
        var open = transport;
        transport = null;
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException e) {
                // QUIT is a courtesy: what the server accepted before stays accepted
            }
        }
    }
}
