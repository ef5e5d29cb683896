package org.whitelane.notification.alert;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.json.JsonMapper;

import java.sql.Types;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

@Repository
public class Alerts {

    /** Our own, so that a change of the HTTP edge's mapper cannot make stored alerts unreadable. */
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    Alerts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Says whether it was new; an alert never changes. */
    public boolean add(Alert alert) {
        return jdbc.sql(
                                """
                                insert into alert (event_id, kind, occurred_at, content, supersedes)
                                values (:id, :kind, :at, :content::jsonb, :supersedes)
                                on conflict (event_id) do nothing\
                                """)
                        .param("id", alert.eventId())
                        .param("kind", Alert.kindOf(alert).name())
                        .param("at", alert.occurredAt().atOffset(ZoneOffset.UTC))
                        .param("content", MAPPER.writeValueAsString(alert))
                        .param("supersedes", Alert.superseded(alert).orElse(null), Types.OTHER)
                        .update()
                == 1;
    }

    public Optional<Alert> find(UUID eventId) {
        return jdbc.sql("select content from alert where event_id = :id")
                .param("id", eventId)
                .query((row, _) -> MAPPER.readValue(row.getString(1), Alert.class))
                .optional();
    }
}
