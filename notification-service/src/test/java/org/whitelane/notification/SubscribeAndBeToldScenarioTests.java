package org.whitelane.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whitelane.notification.support.SuiteEvents.Published;
import static org.whitelane.notification.support.SuiteEvents.batch;
import static org.whitelane.notification.support.SuiteEvents.publish;

import org.assertj.core.api.Condition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.whitelane.events.Topic;
import org.whitelane.notification.support.NotificationApi;
import org.whitelane.notification.support.NotificationTest;
import org.whitelane.notification.support.SuiteEvents;
import org.whitelane.notification.support.TestMail;
import org.whitelane.testing.Infra;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Only through HTTP, topics and SMTP. */
@NotificationTest
class SubscribeAndBeToldScenarioTests {

    private static final String BATCHES =
            "{\"kinds\": [\"BATCH_PUBLISHED\"], \"schemes\": [\"TJ-2022\"]}";

    private final String batches = "batch-" + UUID.randomUUID();
    private NotificationApi api = new NotificationApi(0);

    @LocalServerPort int port;

    @BeforeEach
    void connect() {
        api = new NotificationApi(port);
    }

    @Test
    void oneSubscribesConfirmsIsToldOnceAndLeaves() {
        var lina = "li.na@subscriber.example";
        var jane = "jane@subscriber.example";
        var linasLink = confirmationLink(lina, "zh-CN");
        follow(confirmationLink(jane, "en"));

        publish(Published.now(1, batch(batches, 1)));
        awaitMails(jane, 2);
        follow(linasLink);

        var second = Published.now(2, batch(batches, 2));
        publish(second);
        publish(second);
        publish(Published.now(3, batch(batches, 3)));
        publish(second);
        awaitMails(jane, 4);
        awaitMails(lina, 3);
        assertThat(TestMail.subjectsTo(lina))
                .containsExactlyInAnyOrder(
                        "请确认您对 Whitelane 的订阅", "白名单：天津白名单第 2 批已公布", "白名单：天津白名单第 3 批已公布");

        leaveByOneClick(lina);
        publish(Published.now(4, batch(batches, 4)));
        awaitMails(jane, 5);
        awaitNothingQueued();
        assertThat(TestMail.to(lina)).hasSize(3);
        assertThat(TestMail.to(jane)).hasSize(5);
        awaitPublishedSubscriptionEvents();
    }

    private String confirmationLink(String email, String locale) {
        assertThat(api.subscribe(email, locale, BATCHES).statusCode()).isEqualTo(202);
        awaitMails(email, 1);
        return TestMail.link(TestMail.to(email).getFirst(), "confirm");
    }

    /** As a mail scanner does, again and again; then as a person. */
    private void follow(String link) {
        for (int n = 0; n < 3; n++) {
            assertThat(api.head(link).statusCode()).isEqualTo(200);
            assertThat(api.get(link).body()).contains("<button");
        }
        assertThat(api.press(link).statusCode()).isEqualTo(200);
        assertThat(api.get(link).body()).doesNotContain("<button");
    }

    private void leaveByOneClick(String email) {
        var mail = TestMail.to(email).getLast();
        assertThat(TestMail.header(mail, "List-Unsubscribe-Post"))
                .isEqualTo("List-Unsubscribe=One-Click");
        var link = TestMail.link(mail, "unsubscribe");
        assertThat(TestMail.header(mail, "List-Unsubscribe")).endsWith(link + ">");
        assertThat(api.get(link).body()).contains("<button");
        for (int n = 0; n < 2; n++) {
            assertThat(api.post(link, "List-Unsubscribe=One-Click").statusCode()).isEqualTo(200);
        }
    }

    private static void awaitMails(String email, int count) {
        await().untilAsserted(
                        () -> assertThat(TestMail.to(email)).hasSizeGreaterThanOrEqualTo(count));
    }

    private void awaitNothingQueued() {
        var auditor = Infra.issuer().token("auditor", null, "AUDITOR");
        await().untilAsserted(
                        () ->
                                assertThat(
                                                api.get(
                                                                "/api/v1/notification/admin/messages?status=QUEUED",
                                                                auditor)
                                                        .body())
                                        .contains("\"items\":[]"));
    }

    private static void awaitPublishedSubscriptionEvents() {
        await().untilAsserted(
                        () ->
                                assertThat(subscriptionEvents())
                                        .haveAtLeastOne(containing("zh-CN"))
                                        .haveAtLeastOne(containing("ONE_CLICK"))
                                        .noneMatch(event -> event.contains("subscriber.example")));
    }

    private static List<String> subscriptionEvents() {
        return SuiteEvents.read(Topic.SUBSCRIPTION).stream()
                .map(e -> new String(e.value(), StandardCharsets.UTF_8))
                .toList();
    }

    private static Condition<String> containing(String text) {
        return new Condition<>(s -> s.contains(text), "contains " + text);
    }
}
