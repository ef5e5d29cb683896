package org.whitelane.notification.delivery;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;

import org.springframework.stereotype.Component;
import org.whitelane.notification.message.HtmlLetter;
import org.whitelane.notification.message.Letter;
import org.whitelane.notification.message.MessageComposer;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/** Makes MIME of a letter: text and HTML as alternatives, and the headers that machines read. */
@Component
class MailWriter {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MessageComposer composer;
    private final HtmlLetter html;
    private final MailSettings settings;

    MailWriter(MessageComposer composer, HtmlLetter html, MailSettings settings) {
        this.composer = composer;
        this.html = html;
        this.settings = settings;
    }

    String messageIdOf(Claimed message) {
        return message.messageId(settings.domain());
    }

    void write(Begun begun, OutgoingMail mail) {
        var letter = letter(begun);
        try {
            mail.setFrom(new InternetAddress(settings.from(), settings.fromName(), UTF_8));
            mail.setRecipient(
                    RecipientType.TO,
                    new InternetAddress(begun.recipient().address().value(), true));
            mail.setSubject(letter.subject(), UTF_8);
            // when the message was complete, not when an attempt was made: repeated mails are equal
            mail.setSentDate(Date.from(begun.message().queuedAt()));
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setHeader("Content-Language", letter.locale().tag());
            var trace = begun.message().traceId();
            if (trace.isPresent()) {
                // whoever asks us about a mail can say from which piece of work it came
                mail.setHeader("X-Trace-Id", trace.get());
            }
            if (letter.unsubscribe() != null) {
                mail.setHeader("List-Unsubscribe", "<" + letter.unsubscribe().url() + ">");
                mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
            mail.setContent(body(letter));
            mail.saveChanges();
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalStateException("cannot write message " + begun.message().id(), e);
        }
    }

    private Letter letter(Begun begun) {
        var locale = begun.recipient().locale();
        return switch (begun.content()) {
            case Begun.Confirmation _ -> composer.confirmation(locale, begun.token());
            case Begun.News(var alert) -> composer.about(alert, locale, begun.token());
        };
    }

    /** The better version last, as RFC 2046 wants it. */
    private Multipart body(Letter letter) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(letter.text(), UTF_8, "plain");
        var page = new MimeBodyPart();
        page.setText(html.of(letter), UTF_8, "html");
        return new MimeMultipart("alternative", text, page);
    }
}
