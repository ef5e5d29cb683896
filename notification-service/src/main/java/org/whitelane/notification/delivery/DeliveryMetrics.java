package org.whitelane.notification.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.whitelane.notification.message.Template;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** From the event to the mail, and how the queue stands. */
@Component
class DeliveryMetrics {

    private static final List<String> STATES = List.of("queued", "sent", "refused", "uncertain");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Timer latency;
    private final Map<String, Long> counts = new ConcurrentHashMap<>();

    DeliveryMetrics(JdbcClient jdbc, MeterRegistry meters, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.latency =
                Timer.builder("whitelane.mail.latency")
                        .description("From the event to the SMTP server's last answer")
                        .publishPercentileHistogram()
                        .maximumExpectedValue(Duration.ofMinutes(10))
                        .register(meters);
        STATES.forEach(
                state ->
                        Gauge.builder(
                                        "whitelane.mail.messages",
                                        () -> counts.getOrDefault(state, 0L))
                                .tag("state", state)
                                .description("Messages by state; uncertain ones are counted again")
                                .register(meters));
    }

    void record(Claimed message, DeliveryResult result) {
        if (result instanceof DeliveryResult.Sent && message.template() == Template.ALERT) {
            latency.record(Duration.between(message.occurredAt(), clock.instant()));
        }
    }

    /** Counted in the database, for all processes; every ten seconds is enough for a dashboard. */
    @Scheduled(fixedDelayString = "PT10S")
    void count() {
        var fresh = new HashMap<String, Long>();
        STATES.forEach(state -> fresh.put(state, 0L));
        jdbc.sql(
                        """
                        select lower(status) as state, count(*) as n from message group by status
                        union all select 'uncertain', count(*) from message where uncertain\
                        """)
                .query(
                        row -> {
                            fresh.put(row.getString("state"), row.getLong("n"));
                        });
        counts.putAll(fresh);
    }
}
