package org.whitelane.notification.message;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.chassis.observability.Traces;
import org.whitelane.notification.alert.Alert;
import org.whitelane.notification.subscription.SubscriptionEnded;
import org.whitelane.notification.subscription.SubscriptionRequested;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The queue. Everything here joins the caller's transaction. */
@Repository
public class Messages {

    private static final String QUEUE =
            """
            insert into message (id, event_id, subscription_id, template, status, occurred_at, queued_at, not_before,
                traceparent)
            select gen_random_uuid(), :event, subscription, :template, 'QUEUED', :occurred, :now, :now, :traceparent
            from unnest(cast(:subscriptions as uuid[])) as subscription
            on conflict (event_id, subscription_id, template) do nothing\
            """;

    private static final String TOLD =
            """
            with recursive statement (event_id) as (
                select cast(:event as uuid)
                union
                select a.supersedes from alert a join statement s on a.event_id = s.event_id
                where a.supersedes is not null)
            select distinct m.subscription_id
            from message m join statement using (event_id) join subscription s on s.id = m.subscription_id
            where m.template = 'ALERT' and s.status = 'ACTIVE' and (m.status in ('SENT', 'QUEUED') or m.uncertain)
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;

    Messages(JdbcClient jdbc, ApplicationEventPublisher publisher, Clock clock) {
        this.jdbc = jdbc;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** One message per subscription, however often it is called for the same event. */
    public int queue(Alert alert, Collection<UUID> subscriptions) {
        return queue(alert.eventId(), Template.ALERT, alert.occurredAt(), subscriptions);
    }

    /**
     * Active subscriptions that were, or may have been, or are about to be told of an event or of
     * what it superseded: a correction of a correction must reach whom only the first one missed.
     */
    public List<UUID> told(UUID event) {
        return jdbc.sql(TOLD)
                .param("event", event)
                .query((row, _) -> row.getObject("subscription_id", UUID.class))
                .list();
    }

    @EventListener
    void on(SubscriptionRequested event) {
        var id = event.subscriptionId();
        queue(id, Template.CONFIRMATION, clock.instant(), List.of(id));
    }

    /**
     * What nobody is sending at this moment is not sent any more; the sender looks again before it
     * begins.
     */
    @EventListener
    void on(SubscriptionEnded event) {
        jdbc.sql(
                        """
                        update message set status = 'CANCELLED', finished_at = :now
                        where subscription_id = :id and status = 'QUEUED' and lease_owner is null\
                        """)
                .param("id", event.subscriptionId())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private int queue(
            UUID event, Template template, Instant occurredAt, Collection<UUID> subscriptions) {
        if (subscriptions.isEmpty()) {
            return 0;
        }
        int queued =
                jdbc.sql(QUEUE)
                        .param("event", event)
                        .param("template", template.name())
                        .param("occurred", occurredAt.atOffset(ZoneOffset.UTC))
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("subscriptions", array(subscriptions))
                        .param("traceparent", Traces.current())
                        .update();
        publisher.publishEvent(new MessagesQueued(queued));
        return queued;
    }

    private static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
