package org.whitelane.embedded;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import java.io.IOException;

/**
 * The recipient to whom GreenMail delivers: straight into the store, since its own mailboxes are in
 * memory only.
 */
record Delivery(MailStore store, String recipient) implements GreenMailUser {

    @Override
    public void deliver(MovingMessage message) {
        deliver(message.getMessage());
    }

    @Override
    public void deliver(MimeMessage message) {
        try {
            store.store(message, recipient);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("The mail could not be stored.", e);
        }
    }

    @Override
    public String getEmail() {
        return recipient;
    }

    @Override
    public String getLogin() {
        return recipient;
    }

    @Override
    public String getQualifiedMailboxName() {
        return recipient;
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public void setPassword(String password) {
        // nobody logs in: the inbox is read over HTTP
    }

    @Override
    public void authenticate(String password) {
        // as above
    }

    @Override
    public void create() {
        // exists as long as the delivery
    }

    @Override
    public void delete() {
        // as above
    }
}
