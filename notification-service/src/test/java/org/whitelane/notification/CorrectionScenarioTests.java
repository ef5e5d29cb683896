package org.whitelane.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.whitelane.notification.support.SuiteEvents.Published;
import static org.whitelane.notification.support.SuiteEvents.publish;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.whitelane.notification.support.NotificationApi;
import org.whitelane.notification.support.NotificationTest;
import org.whitelane.notification.support.SuiteEvents;
import org.whitelane.notification.support.TestMail;
import org.whitelane.testing.Infra;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.UUID;

/** A correction reaches whoever was told the old fact, whatever else he wants. */
@NotificationTest
class CorrectionScenarioTests {

    private static final String AUDITOR = Infra.issuer().token("auditor", null, "AUDITOR");

    private final String registration = "ind-" + UUID.randomUUID();
    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private final String wrong = "误登有限公司" + tag;
    private final String right = "更正有限公司" + tag;
    private NotificationApi api = new NotificationApi(0);

    @LocalServerPort int port;

    @BeforeEach
    void connect() {
        api = new NotificationApi(port);
    }

    @Test
    void whoWasToldTheOldFactIsToldTheNew() {
        var told = subscriber("told", wrong);
        var left = subscriber("left", wrong);
        var follower = subscriber("follower", right);
        var recorded = Published.now(1, SuiteEvents.ind(registration, wrong));
        publish(recorded);
        awaitMails(told, 2);
        awaitMails(left, 2);
        var link = TestMail.link(TestMail.to(left).getLast(), "unsubscribe");
        assertThat(api.post(link, "List-Unsubscribe=One-Click").statusCode()).isEqualTo(200);

        var corrected = Published.now(2, SuiteEvents.corrected(registration, right, recorded));
        publish(corrected);
        publish(corrected);
        awaitMails(told, 3);
        awaitMails(follower, 2);

        assertThat(TestMail.subjectsTo(told).getLast()).startsWith("更正：");
        assertThat(TestMail.to(left)).hasSize(2);
        assertThat(settled(recorded).path("corrected").asInt()).isPositive();
        assertThat(settled(recorded).path("gone").asInt()).isPositive();
        assertThat(told(recorded).path("supersededBy").asString())
                .isEqualTo(corrected.id().toString());

        publish(Published.now(3, SuiteEvents.revoked(registration, corrected)));
        awaitMails(told, 4);
        awaitMails(follower, 3);
        assertThat(TestMail.subjectsTo(follower).getLast()).startsWith("撤销：");
        assertThat(TestMail.to(told)).hasSize(4);
        assertThat(settled(corrected).path("corrected").asInt()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void whatNobodyIsMailedAboutIsNotFound() {
        var answer = api.get(path(UUID.randomUUID()), AUDITOR);

        assertThat(answer.statusCode()).isEqualTo(404);
        var other = Infra.issuer().token("a", "o", "APPROVAL_STEWARD");
        assertThat(api.get(path(UUID.randomUUID()), other).statusCode()).isEqualTo(403);
    }

    /** The coverage once nothing waits; subscribers of other tests may be among those told. */
    private JsonNode settled(Published event) {
        var coverage =
                await().until(
                                () -> told(event).path("correction"),
                                c -> c.path("underWay").asInt(1) == 0 && c.has("told"));
        int all = coverage.path("told").asInt();
        int corrected = coverage.path("corrected").asInt();
        assertThat(corrected + coverage.path("failed").asInt() + coverage.path("gone").asInt())
                .isEqualTo(all);
        assertThat(coverage.path("share").asDouble())
                .isCloseTo((double) corrected / all, within(0.001));
        return coverage;
    }

    private JsonNode told(Published event) {
        var answer = api.get(path(event.id()), AUDITOR);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String path(UUID event) {
        return "/api/v1/notification/admin/alerts/%s/told".formatted(event);
    }

    /** Confirmed, and interested in one sponsor only. */
    private String subscriber(String name, String sponsor) {
        var email = name + "-" + tag + "@subscriber.example";
        var wishes = "{\"sponsors\": [\"%s\"]}".formatted(sponsor);
        assertThat(api.subscribe(email, "zh-CN", wishes).statusCode()).isEqualTo(202);
        awaitMails(email, 1);
        api.press(TestMail.link(TestMail.to(email).getFirst(), "confirm"));
        return email;
    }

    private static void awaitMails(String email, int count) {
        await().untilAsserted(
                        () -> assertThat(TestMail.to(email)).hasSizeGreaterThanOrEqualTo(count));
    }
}
