package org.whitelane.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.whitelane.notification.Samples;
import org.whitelane.notification.alert.Alert;
import org.whitelane.notification.message.Template;
import org.whitelane.notification.message.Voices;
import org.whitelane.notification.subscription.EmailAddress;
import org.whitelane.notification.subscription.MailLocale;
import org.whitelane.notification.subscription.Recipient;
import org.whitelane.notification.subscription.SubscriptionStatus;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;

class HeaderInjectionTests {

    private static final List<String> HEADERS =
            List.of(
                    "Auto-Submitted",
                    "Content-Language",
                    "Content-Type",
                    "Date",
                    "From",
                    "List-Unsubscribe",
                    "List-Unsubscribe-Post",
                    "MIME-Version",
                    "Message-ID",
                    "Subject",
                    "To");

    /** Versions before 2.0.4 let line ends in addresses reach the SMTP dialogue. */
    private static final String LIBRARY = "/META-INF/maven/org.eclipse.angus/smtp/pom.properties";

    private final Session session = Session.getInstance(new Properties());
    private final MailSettings settings =
            new MailSettings("notice@whitelane.example", "White\r\nBcc: c@evil.example\r\nlane");
    private final MailWriter writer = new MailWriter(Voices.composer(), Voices.html(), settings);

    static Stream<Alert> poisoned() {
        return Stream.of(
                        "\r\nBcc: c@evil.example",
                        "\nBcc: c@evil.example",
                        "\rBcc: c@evil.example",
                        "x\r\n\r\n<p>body</p>",
                        "x\r\n.\r\nMAIL FROM:<c@evil.example>",
                        "\u0085Bcc: c@evil.example\u2028",
                        "=?utf-8?Q?=0D=0ABcc:_c@evil.example?=",
                        "药\r\nBcc: c@evil.example")
                .flatMap(text -> Samples.with(text).stream());
    }

    @ParameterizedTest
    @MethodSource("poisoned")
    void isImpossibleThroughAnyFieldOfAnAlert(Alert alert) throws Exception {
        for (var locale : MailLocale.values()) {
            var mail = sentAndRead(alert, locale);
            assertThat(
                            Collections.list(mail.getAllHeaders()).stream()
                                    .map(h -> h.getName())
                                    .sorted())
                    .containsExactlyElementsOf(HEADERS);
            assertThat(mail.getAllRecipients()).hasSize(1);
            assertThat(mail.getSubject()).doesNotContain("\r").doesNotContain("\n");
        }
    }

    @Test
    void isRefusedWhereverAHeaderIsSet() {
        var mail = new OutgoingMail(session, "<a@b.example>");
        for (var value :
                List.of("a\r\nBcc: b", "a\nBcc: b", "a\rBcc: b", "a\r\n", "\r\n\r\nbody")) {
            assertThatThrownBy(() -> mail.setHeader("X-Test", value))
                    .isInstanceOf(MessagingException.class);
            assertThatThrownBy(() -> mail.addHeader("X-Test", value))
                    .isInstanceOf(MessagingException.class);
        }
    }

    @Test
    void runsOnAMailLibraryThatKnowsBetter() throws IOException {
        var library = new Properties();
        try (var in = HeaderInjectionTests.class.getResourceAsStream(LIBRARY)) {
            library.load(Objects.requireNonNull(in));
        }
        assertThat(Runtime.Version.parse(library.getProperty("version")))
                .isGreaterThanOrEqualTo(Runtime.Version.parse("2.0.4"));
    }

    private MimeMessage sentAndRead(Alert alert, MailLocale locale) throws Exception {
        var id = UUID.randomUUID();
        var message =
                new Claimed(
                        id, alert.eventId(), id, Template.ALERT, Samples.NOW, Samples.NOW, 0, null);
        var to = EmailAddress.parse("li.na@subscriber.example");
        var recipient = new Recipient(id, to, locale, SubscriptionStatus.ACTIVE);
        var mail = new OutgoingMail(session, writer.messageIdOf(message));
        writer.write(new Begun(1, message, recipient, "tok", new Begun.News(alert)), mail);
        var bytes = new ByteArrayOutputStream();
        mail.writeTo(bytes);
        return new MimeMessage(session, new ByteArrayInputStream(bytes.toByteArray()));
    }
}
