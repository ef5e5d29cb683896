package org.whitelane.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.whitelane.notification.support.NotificationTest;
import org.whitelane.notification.support.SuiteEvents;
import org.whitelane.notification.support.SuiteEvents.Published;
import org.whitelane.notification.support.TestMail;
import org.whitelane.testing.ApiExamples;
import org.whitelane.testing.OpenApiContract;
import org.whitelane.testing.SharedOperations;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@NotificationTest
class OpenApiTests extends OpenApiContract {

    @Autowired private ApplicationContext application;
    @LocalServerPort private int port;

    @Override
    protected String service() {
        return "notification";
    }

    @Override
    protected String apiPath() {
        return "notification";
    }

    @Override
    protected URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    protected ApplicationContext application() {
        return application;
    }

    @Override
    protected Map<String, String> notSent() {
        return Map.of(
                "takeOverTakeOver",
                "Needs a database older than its topics; TakeOverTests of the chassis call it.",
                "rebuildConsumer",
                "The only consumer sends mail, and what acts on the world is not rebuilt: 409.");
    }

    @Override
    protected void story(ApiExamples examples) {
        var id = examples.call("subscribeSubscription").send().path("id").asString();
        var email = "zhang.san@subscriber.example";
        var confirm = link(email, "confirm");
        for (var page : List.of("confirmMailPage", "confirmedMailPage")) {
            examples.call(page).with("token", confirm).send();
        }
        var unsubscribe = toldOfABatch(examples);
        examples.call("unsubscribeMailPage").with("token", unsubscribe).send();
        examples.call("listMessage").as("auditor-1", null).send();
        examples.call("listConsumer").as("operator-1", null).send();
        parked(examples);
        new SharedOperations(examples)
                .send(
                        "whitelane.notification.subscription.v1",
                        id,
                        () ->
                                examples.call("unsubscribedMailPage")
                                        .with("token", unsubscribe)
                                        .send());
    }

    /** Gives back the token of the link in the mail by which one leaves. */
    private static String toldOfABatch(ApiExamples examples) {
        var email = "li.si@subscriber.example";
        examples.call("subscribeSubscription")
                .replacing("email", email)
                .replacing("criteria", Map.of("kinds", List.of("BATCH_PUBLISHED")))
                .send();
        examples.call("confirmedMailPage").with("token", link(email, "confirm")).send();
        var batch = "batch-" + UUID.randomUUID();
        var published = Published.now(1, SuiteEvents.batch(batch, 1));
        SuiteEvents.publish(published);
        var token = link(email, "unsubscribe");
        examples.call("readAlertTold")
                .with("eventId", published.id().toString())
                .as("auditor-1", null)
                .send();
        return token;
    }

    private static void parked(ApiExamples examples) {
        var gap = "batch-" + UUID.randomUUID();
        SuiteEvents.publish(Published.now(2, SuiteEvents.batch(gap, 2)));
        var unreadable = "batch-" + UUID.randomUUID();
        SuiteEvents.publishGarbage(unreadable);
        new SharedOperations(examples).sendParked(gap, unreadable);
    }

    /** The token in the newest mail with that link. */
    private static String link(String email, String page) {
        await().untilAsserted(
                        () ->
                                assertThat(TestMail.to(email))
                                        .anyMatch(
                                                mail -> TestMail.text(mail).contains("/" + page)));
        return TestMail.to(email).reversed().stream()
                .filter(mail -> TestMail.text(mail).contains("/" + page))
                .findFirst()
                .map(mail -> TestMail.link(mail, page).replaceAll(".*token=", ""))
                .orElseThrow();
    }
}
