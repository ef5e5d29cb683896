package org.whitelane.notification.subscription.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;

@NotificationTest
class MailPagesTests {

    private NotificationApi api = new NotificationApi(0);

    @LocalServerPort int port;

    @BeforeEach
    void connect() {
        api = new NotificationApi(port);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 确认订阅, 订阅已确认", "en, Confirm your subscription, Subscription confirmed"})
    void speakTheSubscribersLanguage(String locale, String question, String answer) {
        var link = confirmationLink(locale);
        var page = api.get(link);
        assertThat(page.body()).contains("<html lang=\"" + locale + "\"").contains(question);
        assertThat(api.press(link).body()).contains("lang=\"" + locale + "\"").contains(answer);
    }

    @Test
    void loadNothingAndTellNobodyWhereTheReaderCameFrom() throws NoSuchAlgorithmException {
        var page = api.get(confirmationLink("en"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
        var style = page.body().replaceAll("(?s).*<style>(.*)</style>.*", "$1");
        assertThat(header(page, "Content-Security-Policy"))
                .isEqualTo(
                        "default-src 'none'; style-src 'sha256-%s'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
                                .formatted(sha256(style)));
        assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(page, "Cache-Control")).contains("no-store");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.body())
                .doesNotContain("<script", "style=", "<img", "<link", "http://", "https://");
    }

    @Test
    void confirmNothingByGet() {
        var link = confirmationLink("en");
        for (int n = 0; n < 3; n++) {
            api.head(link);
            assertThat(api.get(link).body()).contains("<button");
        }
        assertThat(api.get(link + "&from=page").body()).contains("<button");
    }

    @ParameterizedTest
    @CsvSource({"/mail/confirm?token=nonsense", "/mail/confirm", "/mail/unsubscribe?token="})
    void sayWhenALinkDoesNotWork(String path) {
        for (var answer : new HttpResponse<?>[] {api.get(path), api.post(path, "from=page")}) {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat((String) answer.body()).contains("This link does not work");
        }
    }

    /** RFC 8058: no login, no question, a form or multipart, as often as the mail program likes. */
    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded, List-Unsubscribe=One-Click",
        "multipart/form-data; boundary=x, '--x\r\n"
                + "Content-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\n"
                + "One-Click\r\n"
                + "--x--\r\n"
                + "'"
    })
    void endASubscriptionByOneClick(String type, String body) {
        var email = subscribe("en");
        api.press(TestMail.link(TestMail.to(email).getFirst(), "confirm"));
        SuiteEvents.publish(Published.now(1, SuiteEvents.ind(UUID.randomUUID().toString(), email)));
        await().until(() -> TestMail.to(email).size() == 2);
        var link = TestMail.link(TestMail.to(email).getLast(), "unsubscribe");
        for (int n = 0; n < 3; n++) {
            assertThat(api.post(link, type, body).statusCode()).isEqualTo(200);
        }
        assertThat(api.get(link).body()).contains("Unsubscribed").doesNotContain("<button");
        assertThat(api.get(link.replace("unsubscribe", "confirm")).statusCode()).isEqualTo(404);
    }

    @Test
    void endASubscriptionByTheButton() {
        var email = subscribe("zh-CN");
        api.press(TestMail.link(TestMail.to(email).getFirst(), "confirm"));
        SuiteEvents.publish(Published.now(1, SuiteEvents.ind(UUID.randomUUID().toString(), email)));
        await().until(() -> TestMail.to(email).size() == 2);
        var link = TestMail.link(TestMail.to(email).getLast(), "unsubscribe");
        assertThat(api.get(link).body()).contains("<button");
        assertThat(api.press(link).body()).contains("已退订");
    }

    private String confirmationLink(String locale) {
        return TestMail.link(TestMail.to(subscribe(locale)).getFirst(), "confirm");
    }

    private String subscribe(String locale) {
        var email = UUID.randomUUID() + "@pages.example";
        assertThat(api.subscribe(email, locale, "{\"sponsors\": [\"" + email + "\"]}").statusCode())
                .isEqualTo(202);
        await().until(() -> TestMail.to(email).size() == 1);
        return email;
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        var hash =
                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(hash);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
