package org.whitelane.notification.support;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** A real SMTP server, and what arrived there. */
public final class TestMail
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final GreenMail SERVER =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    static {
        SERVER.start();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("spring.mail.port=" + SERVER.getSmtp().getPort()).applyTo(context);
    }

    public static List<MimeMessage> to(String address) {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(mail -> header(mail, "To").contains(address))
                .toList();
    }

    public static List<String> subjectsTo(String address) {
        return to(address).stream().map(TestMail::subject).toList();
    }

    public static String header(MimeMessage mail, String name) {
        try {
            return String.join(
                    "\n", Objects.requireNonNullElse(mail.getHeader(name), new String[0]));
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    public static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** The plain and the HTML version, in that order. */
    public static List<BodyPart> alternatives(MimeMessage mail) {
        try {
            var parts = (MimeMultipart) mail.getContent();
            return List.of(parts.getBodyPart(0), parts.getBodyPart(1));
        } catch (MessagingException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(MimeMessage mail) {
        try {
            return (String) alternatives(mail).getFirst().getContent();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The path and query of the link to a page, as a reader would click it. */
    public static String link(MimeMessage mail, String page) {
        var matcher =
                Pattern.compile(
                                "^https?://[^/\\s]+(/mail/" + page + "\\?token=[\\w-]{43})\\R",
                                Pattern.MULTILINE)
                        .matcher(text(mail));
        if (!matcher.find()) {
            throw new AssertionError("no link to " + page + " in\n" + text(mail));
        }
        return matcher.group(1);
    }
}
