package org.whitelane.notification;

import static org.awaitility.Awaitility.await;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.whitelane.notification.support.NotificationTest;
import org.whitelane.notification.support.SuiteEvents;
import org.whitelane.testing.Infra;
import org.whitelane.testing.edge.Call;
import org.whitelane.testing.edge.Edge;
import org.whitelane.testing.edge.EdgeContract;
import org.whitelane.testing.edge.FeedReaders;

import java.net.URI;
import java.util.List;
import java.util.UUID;

/**
 * The edge of notification keeps the promises of every edge. Subscriptions cannot be read, so what
 * has a version here is a parked record.
 */
@NotificationTest
class NotificationEdgeTests extends EdgeContract {

    private static final String ROOT = "/api/v1/notification";

    private final String anyone = Infra.issuer().token("somebody", null);
    private final String operator = Infra.issuer().token("operator", null, "OPERATOR");
    private final String regulator = Infra.issuer().token("regulator", null, "REGULATOR");

    @LocalServerPort private int port;

    @Override
    public Edge edge() {
        return new Edge(
                base(),
                anyone,
                new Edge.Creation(
                        ROOT + "/subscriptions",
                        NotificationEdgeTests::subscription,
                        null,
                        null,
                        false),
                new Edge.Listing(
                        ROOT + "/admin/messages",
                        operator,
                        this::subscribe,
                        List.of(
                                Call.get(ROOT + "/admin/messages?status=SENT&cursor=").by(operator),
                                Call.get(ROOT + "/admin/parked?cursor=").by(operator),
                                Call.get(
                                                ROOT
                                                        + "/feed/whitelane.notification.subscription.v1"
                                                        + "?after=")
                                        .by(regulator))),
                List.of(
                        new Edge.Aggregate(
                                "parked record",
                                this::parked,
                                operator,
                                List.of(
                                        path -> Call.post(path + "/replay", "{}").by(operator),
                                        path -> discard(path))),
                        FeedReaders.of(base(), ROOT, "whitelane.notification.subscription.v1")),
                List.of());
    }

    private URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private Call discard(String path) {
        return Call.post(path + "/discard", "{\"reason\": \"a test of the edge\"}").by(operator);
    }

    /** Never to be replayed well. */
    private String parked() {
        var batch = UUID.randomUUID().toString();
        SuiteEvents.publishGarbage(batch);
        var list = Call.get(ROOT + "/admin/parked?aggregate=" + batch).by(operator);
        var items =
                await().until(
                                () -> list.send(base()).expect(200).json().path("items"),
                                found -> !found.isEmpty());
        return ROOT + "/admin/parked/" + items.path(0).path("id").asString();
    }

    private void subscribe() {
        Call.post(ROOT + "/subscriptions", subscription()).once().send(base()).expect(202);
    }

    private static String subscription() {
        return "{\"email\": \"%s@edge.example\", \"locale\": \"en\", \"criteria\": {}}"
                .formatted(UUID.randomUUID());
    }
}
