package org.whitelane.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.whitelane.notification.support.NotificationTest;
import org.whitelane.notification.support.TestMail;
import org.whitelane.testing.ApiExamples;
import org.whitelane.testing.OpenApiContract;

import java.net.URI;
import java.util.List;
import java.util.Set;

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

    /**
     * A parked record and a stopped stream need a fault first: see the inbox's and journal's tests.
     */
    @Override
    protected Set<String> shownElsewhere() {
        return Set.of(
                "resumeStreamAdmin",
                "inspectParked",
                "replayParked",
                "discardParked",
                "skipParked",
                "unsubscribeMailPage",
                "unsubscribedMailPage");
    }

    @Override
    protected void story(ApiExamples examples) {
        var id = examples.call("subscribeSubscription").send().path("id").asString();
        var email = "zhang.san@subscriber.example";
        await().untilAsserted(() -> assertThat(TestMail.to(email)).isNotEmpty());
        var token =
                TestMail.link(TestMail.to(email).getLast(), "confirm").replaceAll(".*token=", "");
        for (var page : List.of("confirmMailPage", "confirmedMailPage")) {
            examples.call(page).with("token", token).send();
        }
        examples.call("listMessage").as("auditor-1", null).send();
        examples.call("listParked").as("auditor-1", null).send();
        operations(examples, "whitelane.notification.subscription.v1", id);
    }
}
