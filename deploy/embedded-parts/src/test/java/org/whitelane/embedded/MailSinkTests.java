package org.whitelane.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

class MailSinkTests {

    private static final String EVIL = "<script>alert(1)</script>";

    @TempDir Path dir;

    private final int smtpPort = Ports.free();
    private final int httpPort = Ports.free();
    private MailSink sink;

    @BeforeEach
    void start() {
        sink = MailSink.start(dir, smtpPort, httpPort);
    }

    @AfterEach
    void stop() {
        sink.close();
    }

    @Test
    void showsAMailAsJsonAlsoAfterARestart() throws Exception {
        send("刘女士 <liu@example.test>", "白名单 published");
        sink.close();
        sink = MailSink.start(dir, smtpPort, httpPort);

        assertThat(get("/api/messages").body())
                .contains("\"id\":\"000001\"", "\"subject\":\"白名单 published\"");
        assertThat(get("/api/messages/000001").body())
                .contains(
                        "\"to\":\"liu@example.test\"",
                        "\"from\":\"Whitelane <no-reply@whitelane.example>\"",
                        "\"List-Unsubscribe\":[\"<http://127.0.0.1/mail/unsubscribe?token=a&b=c>\"]",
                        "\"links\":[\"http://127.0.0.1/mail/confirm?token=a&b=c\"]");
        var mail = sink.mails().getFirst();
        assertThat(mail.messageId()).startsWith("<").endsWith(">");
        assertThat(mail.text()).contains("Bitte bestätigen");
        assertThat(get("/api/messages/000001/raw").body())
                .contains(
                        "Return-Path: <no-reply@whitelane.example>",
                        "Content-Type: multipart/alternative");
    }

    @Test
    void goesOnCountingAfterARestart() throws Exception {
        send("a@example.test", "first");
        sink.close();
        sink = MailSink.start(dir, smtpPort, httpPort);
        send("a@example.test", "second");
        assertThat(sink.mails())
                .extracting(ReceivedMail::subject)
                .containsExactly("second", "first");
    }

    @Test
    void keepsOneMailPerRecipient() throws Exception {
        send("a@example.test, b@example.test", "both");
        assertThat(sink.mails())
                .extracting(ReceivedMail::to)
                .containsExactlyInAnyOrder("a@example.test", "b@example.test");
    }

    @Test
    void escapesWhatTheMailSaysAndPutsItsHtmlIntoASandbox() throws Exception {
        send("a@example.test", EVIL);
        assertThat(get("/").body()).contains("&lt;script&gt;").doesNotContain(EVIL);
        var page = get("/messages/000001");
        assertThat(page.body())
                .contains("<iframe", "sandbox=", "srcdoc=\"&lt;base")
                .doesNotContain(EVIL)
                .doesNotContain("<b onclick");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void answersUnknownPathsWith404AndOtherMethodsWith405() throws Exception {
        for (String path :
                List.of(
                        "/messages/000009",
                        "/api/messages/000009",
                        "/api/x",
                        "/x",
                        "/messages/..%2f")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
        var post = HttpRequest.newBuilder(uri("/")).POST(HttpRequest.BodyPublishers.noBody());
        assertThat(send(post.build()).statusCode()).isEqualTo(405);
    }

    private void send(String to, String subject) throws MessagingException {
        var settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", Integer.toString(smtpPort));
        var message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("Whitelane <no-reply@whitelane.example>"));
        message.setRecipients(Message.RecipientType.TO, InternetAddress.parse(to));
        message.setSubject(subject, "UTF-8");
        message.setHeader("List-Unsubscribe", "<http://127.0.0.1/mail/unsubscribe?token=a&b=c>");
        var text = new MimeBodyPart();
        text.setText("Bitte bestätigen: http://127.0.0.1/mail/confirm?token=a&b=c", "UTF-8");
        var html = new MimeBodyPart();
        html.setContent(
                "<b onclick=x()>Hello</b>"
                        + EVIL
                        + "<a href=\"http://127.0.0.1/mail/confirm?token=a&amp;b=c\">x</a>",
                "text/html; charset=UTF-8");
        message.setContent(new MimeMultipart("alternative", text, html));
        Transport.send(message);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + httpPort + path);
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }
}
