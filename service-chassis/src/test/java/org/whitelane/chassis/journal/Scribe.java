package org.whitelane.chassis.journal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.whitelane.embedded.Database;
import org.whitelane.events.EventPayload;
import org.whitelane.events.RegistryEvent.CalendarImported;
import org.whitelane.events.RegistryEvent.CreditFlag;
import org.whitelane.events.RegistryEvent.CreditFlagRaised;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Saves events as a service would: each in a transaction of its own. */
public record Scribe(Journal journal, TransactionTemplate transaction) {

    /** Writes without being an instance: it can neither lead nor wake. */
    static Scribe apart(Database database) {
        var app = database.app();
        var source =
                new SingleConnectionDataSource(
                        database.url(), app.username(), app.password(), true);
        var journal =
                new JdbcJournal(
                        JdbcClient.create(source), Clock.systemUTC(), new WakeUp(), "registry");
        return new Scribe(journal, new TransactionTemplate(new JdbcTransactionManager(source)));
    }

    public static EventPayload flag(String subject) {
        return new CreditFlagRaised(
                subject, new CreditFlag("flag-1", "DISHONEST", "2026-01-01", null, "测试 test"));
    }

    static EventPayload large(int characters) {
        return new CreditFlagRaised(
                "large",
                new CreditFlag("flag-1", "DISHONEST", "2026-01-01", null, "x".repeat(characters)));
    }

    static EventPayload calendar(int year) {
        return new CalendarImported(year, 1, "test", List.of(year + "-01-01"), List.of());
    }

    public void save(EventPayload event) {
        transaction.executeWithoutResult(
                status -> journal.append(event, PrivatePart.by("credential-1").because("a test")));
    }

    void writeForEver(int writers, int pauseMillis) {
        for (int i = 0; i < writers; i++) {
            Thread.ofPlatform().name("writer-" + i).start(() -> write(pauseMillis));
        }
    }

    private void write(int pauseMillis) {
        while (true) {
            try {
                save(flag("organisation-" + ThreadLocalRandom.current().nextInt(50)));
            } catch (RuntimeException e) {
                System.out.println("a save failed: " + e);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(pauseMillis);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
