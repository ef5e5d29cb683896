package org.whitelane.notification.delivery;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.notification.message.MessageId;
import org.whitelane.notification.message.Template;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Messages with their attempts, oldest first. */
@Repository
class MessageLog {

    private final JdbcClient jdbc;
    private final MailSettings settings;

    MessageLog(JdbcClient jdbc, MailSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    List<MessageView> list(MessageFilter filter, Instant afterTime, UUID afterId, int limit) {
        var rows =
                jdbc.sql(
                                """
                                select id, event_id, subscription_id, template, status, uncertain, queued_at, finished_at
                                from message
                                where %s and (queued_at, id) > (:time, :id)
                                order by queued_at, id limit :limit\
                                """
                                        .formatted(filter.condition()))
                        .param("time", afterTime.atOffset(ZoneOffset.UTC))
                        .param("id", afterId)
                        .param("limit", limit)
                        .query((row, _) -> message(row))
                        .list();
        return rows.isEmpty() ? rows : withAttempts(rows);
    }

    private List<MessageView> withAttempts(List<MessageView> messages) {
        var attempts = attempts(messages.stream().map(MessageView::id).toList());
        return messages.stream()
                .map(
                        m ->
                                new MessageView(
                                        m.id(),
                                        m.eventId(),
                                        m.subscriptionId(),
                                        m.template(),
                                        m.status(),
                                        m.uncertain(),
                                        m.messageId(),
                                        m.queuedAt(),
                                        m.finishedAt(),
                                        attempts.getOrDefault(m.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<MessageView.AttemptView>> attempts(List<UUID> messages) {
        return jdbc
                .sql(
                        """
                        select message_id, started_at, ended_at, outcome, detail from attempt
                        where message_id in (:messages) order by id\
                        """)
                .param("messages", messages)
                .query((row, _) -> Map.entry(row.getObject(1, UUID.class), attempt(row)))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private MessageView message(ResultSet row) throws SQLException {
        var event = row.getObject("event_id", UUID.class);
        var subscription = row.getObject("subscription_id", UUID.class);
        var template = Template.valueOf(row.getString("template"));
        return new MessageView(
                row.getObject("id", UUID.class),
                event,
                subscription,
                template.name(),
                row.getString("status"),
                row.getBoolean("uncertain"),
                MessageId.of(event, subscription, template, settings.domain()),
                row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                instant(row, "finished_at"),
                List.of());
    }

    private static MessageView.AttemptView attempt(ResultSet row) throws SQLException {
        return new MessageView.AttemptView(
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(row, "ended_at"),
                row.getString("outcome"),
                row.getString("detail"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
