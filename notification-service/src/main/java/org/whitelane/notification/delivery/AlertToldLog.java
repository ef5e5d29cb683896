package org.whitelane.notification.delivery;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** Counts who was told of an event, and who of them of its correction. */
@Repository
class AlertToldLog {

    private static final String MAILS =
            """
            select count(*) filter (where status = 'SENT') as sent, count(*) filter (where status = 'QUEUED') as queued,
                count(*) filter (where status = 'REFUSED') as refused,
                count(*) filter (where status = 'CANCELLED') as cancelled, count(*) filter (where uncertain) as uncertain
            from message where event_id = :event and template = 'ALERT'
            """;

    private static final String COVERAGE =
            """
            select count(*) as told, count(*) filter (where c.status = 'SENT') as corrected,
                count(*) filter (where c.status = 'QUEUED') as under_way,
                count(*) filter (where c.status in ('REFUSED', 'CANCELLED')) as failed
            from message m left join message c on c.event_id = :correction
                and c.subscription_id = m.subscription_id and c.template = 'ALERT'
            where m.event_id = :event and m.template = 'ALERT' and (m.status = 'SENT' or m.uncertain)
            """;

    private final JdbcClient jdbc;

    AlertToldLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty for an event that nobody is mailed about. */
    @Transactional(readOnly = true)
    Optional<AlertToldView> find(UUID event) {
        return jdbc.sql(
                        """
                        select a.kind, a.occurred_at, a.supersedes, c.event_id as superseded_by
                        from alert a left join alert c on c.supersedes = a.event_id
                        where a.event_id = :event\
                        """)
                .param("event", event)
                .query(
                        (row, _) -> {
                            @Nullable UUID by = row.getObject("superseded_by", UUID.class);
                            return new AlertToldView(
                                    event,
                                    row.getString("kind"),
                                    row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                                    row.getObject("supersedes", UUID.class),
                                    by,
                                    mails(event),
                                    by == null ? null : coverage(event, by));
                        })
                .optional();
    }

    private AlertToldView.Mails mails(UUID event) {
        return jdbc.sql(MAILS)
                .param("event", event)
                .query(
                        (row, _) ->
                                new AlertToldView.Mails(
                                        row.getInt("sent"),
                                        row.getInt("queued"),
                                        row.getInt("refused"),
                                        row.getInt("cancelled"),
                                        row.getInt("uncertain")))
                .single();
    }

    private AlertToldView.Coverage coverage(UUID event, UUID correction) {
        return jdbc.sql(COVERAGE)
                .param("event", event)
                .param("correction", correction)
                .query(
                        (row, _) ->
                                AlertToldView.Coverage.of(
                                        row.getInt("told"),
                                        row.getInt("corrected"),
                                        row.getInt("under_way"),
                                        row.getInt("failed")))
                .single();
    }
}
