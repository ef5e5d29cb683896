package org.whitelane.chassis.inbox;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.whitelane.events.EventEnvelope;
import org.whitelane.events.EventPayload;
import org.whitelane.events.NotificationEvent.SubscriptionConfirmed;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Writes down each event it is given; fails where it is told to, after having written. */
final class Effects implements EventHandler, Projection {

    private final JdbcClient jdbc;
    private final Map<String, Supplier<RuntimeException>> troubles = new ConcurrentHashMap<>();
    final Map<String, Map<String, String>> contexts = new ConcurrentHashMap<>();
    final AtomicInteger calls = new AtomicInteger();
    final AtomicInteger rebuilt = new AtomicInteger();
    volatile @Nullable Supplier<RuntimeException> everywhere;

    Effects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void failOn(String aggregate, long version, Supplier<RuntimeException> trouble) {
        troubles.put(aggregate + "/" + version, trouble);
    }

    void heal(String aggregate, long version) {
        troubles.remove(aggregate + "/" + version);
    }

    @Override
    public void on(EventEnvelope<EventPayload> event) {
        calls.incrementAndGet();
        var note = event.data() instanceof SubscriptionConfirmed c ? c.locale() : "other";
        jdbc.sql("insert into effect (aggregate, version, note) values (?, ?, ?)")
                .params(event.subject(), event.aggregateVersion(), note)
                .update();
        var trouble = troubles.get(event.subject() + "/" + event.aggregateVersion());
        if (trouble != null) {
            throw trouble.get();
        }
        var all = everywhere;
        if (all != null) {
            throw all.get();
        }
        contexts.put(event.subject(), Map.copyOf(MDC.getCopyOfContextMap()));
    }

    @Override
    public void clear() {
        jdbc.sql("delete from effect").update();
    }

    @Override
    public void rebuilt() {
        rebuilt.incrementAndGet();
    }

    /** In the order of their transactions. */
    List<@Nullable Long> versions(String aggregate) {
        return jdbc.sql("select version from effect where aggregate = ? order by id")
                .param(aggregate)
                .query(Long.class)
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from effect").query(Long.class).single();
    }
}
