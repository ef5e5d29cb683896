package org.whitelane.notification.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import java.io.IOException;
import java.io.OutputStream;
import java.util.regex.Pattern;

/**
 * A mail with a given Message-ID that knows whether its last byte was written: before that the
 * server cannot have taken it, since the final dot comes after.
 */
final class OutgoingMail extends MimeMessage {

    /** A line end that does not continue the header: what an injected header begins with. */
    private static final Pattern NEW_LINE =
            Pattern.compile("\\r\\n(?![ \\t])|\\r(?!\\n)|(?<!\\r)\\n");

    private final String messageId;
    private boolean written;

    OutgoingMail(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    boolean written() {
        return written;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    @Override
    public void setHeader(String name, String value) throws MessagingException {
        super.setHeader(name, checked(value));
    }

    @Override
    public void addHeader(String name, String value) throws MessagingException {
        super.addHeader(name, checked(value));
    }

    /** The SMTP transport calls this after the server agreed to DATA. */
    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
        written = false;
        super.writeTo(out, ignored);
        written = true;
    }

    private static String checked(String value) throws MessagingException {
        if (NEW_LINE.matcher(value).find()) {
            throw new MessagingException("a header value must not start a new line");
        }
        return value;
    }
}
