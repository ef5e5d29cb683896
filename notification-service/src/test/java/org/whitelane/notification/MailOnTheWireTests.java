package org.whitelane.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.whitelane.notification.support.NotificationApi;
import org.whitelane.notification.support.NotificationTest;
import org.whitelane.notification.support.SuiteEvents;
import org.whitelane.notification.support.SuiteEvents.Published;
import org.whitelane.notification.support.TestMail;

import java.util.UUID;

@NotificationTest
class MailOnTheWireTests {

    private NotificationApi api = new NotificationApi(0);

    @LocalServerPort int port;

    @BeforeEach
    void connect() {
        api = new NotificationApi(port);
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 临床试验批准已登记：某单抗（CXSL2200037）, 退订",
        "en, Clinical-trial approval recorded: An antibody (CXSL2200037), Unsubscribe"
    })
    void carriesWhatMachinesAndPeopleNeed(String locale, String subject, String unsubscribe)
            throws Exception {
        var mail = mailAboutAnApproval(locale);
        assertThat(mail.getSubject()).isEqualTo(subject);
        assertThat(TestMail.header(mail, "Message-ID"))
                .matches("<[0-9a-f]{32}@whitelane\\.example>");
        assertThat(TestMail.header(mail, "From")).isEqualTo("Whitelane <notice@whitelane.example>");
        assertThat(TestMail.header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(TestMail.header(mail, "Content-Language")).isEqualTo(locale);
        assertThat(TestMail.header(mail, "List-Unsubscribe-Post"))
                .isEqualTo("List-Unsubscribe=One-Click");
        assertThat(TestMail.header(mail, "List-Unsubscribe"))
                .matches("<http://127\\.0\\.0\\.1:8080/mail/unsubscribe\\?token=[\\w-]{43}>");
        assertThat(mail.getSentDate()).isNotNull();
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        var alternatives = TestMail.alternatives(mail);
        assertThat(alternatives.getFirst().getContentType())
                .containsIgnoringCase("text/plain; charset=UTF-8");
        assertThat(alternatives.getLast().getContentType())
                .containsIgnoringCase("text/html; charset=UTF-8");
        assertThat(TestMail.text(mail))
                .contains("2022LP00550")
                .contains("10 mg")
                .contains(unsubscribe);
        assertThat((String) alternatives.getLast().getContent())
                .contains("2022LP00550")
                .contains(unsubscribe);
    }

    @Test
    void isMeasuredFromTheEventOn() {
        mailAboutAnApproval("en");
        await().untilAsserted(
                        () ->
                                assertThat(api.get("/actuator/prometheus").body())
                                        .containsPattern(
                                                "whitelane_mail_latency_seconds_count\\{[^}]*}"
                                                        + " [1-9]")
                                        .containsPattern(
                                                "whitelane_mail_messages\\{[^}]*state=\"sent\"")
                                        .contains("resilience4j_circuitbreaker_state")
                                        .contains(
                                                "resilience4j_ratelimiter_available_permissions"));
    }

    @Test
    void belongsToTheTraceOfItsEvent() throws Exception {
        var trace = UUID.randomUUID().toString().replace("-", "");

        var mail = mailAboutAnApproval("en", "00-" + trace + "-b7ad6b7169203331-01");

        assertThat(TestMail.header(mail, "X-Trace-Id")).isEqualTo(trace);
    }

    private MimeMessage mailAboutAnApproval(String locale) {
        return mailAboutAnApproval(locale, null);
    }

    private MimeMessage mailAboutAnApproval(String locale, @Nullable String traceparent) {
        var sponsor = UUID.randomUUID().toString();
        var email = sponsor + "@wire.example";
        api.subscribe(email, locale, "{\"sponsors\": [\"" + sponsor + "\"]}");
        await().until(() -> TestMail.to(email).size() == 1);
        api.press(TestMail.link(TestMail.to(email).getFirst(), "confirm"));
        SuiteEvents.publish(
                Published.now(1, SuiteEvents.ind(UUID.randomUUID().toString(), sponsor)),
                traceparent);
        await().until(() -> TestMail.to(email).size() == 2);
        return TestMail.to(email).getLast();
    }
}
