package org.whitelane.chassis.edge;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.whitelane.chassis.web.Problem;
import org.whitelane.chassis.web.Versioned;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;

/** Cards as a service would keep them; what is broken is broken at the edge. */
@Component
class Cards {

    private static final RowMapper<Row> ROWS = new SimplePropertyRowMapper<>(Row.class);

    private final JdbcClient db;

    Cards(JdbcClient db) {
        this.db = db;
    }

    record Form(String name, LocalDate due) {}

    record Card(UUID id, String name, LocalDate due, Instant madeAt, long version)
            implements Versioned {}

    ResponseEntity<Card> create(Breach breach, Form form, boolean exclusive) {
        if (exclusive && count(breach + form.name()) > 0) {
            throw Problem.conflict("name-taken", "There is a card of that name.");
        }
        var card =
                new Card(
                        UUID.randomUUID(), form.name(), form.due(), Instant.now(), Versioned.FIRST);
        db.sql("insert into card (id, name, due, made_at, version) values (?, ?, ?, ?, ?)")
                .params(
                        card.id(),
                        breach + card.name(),
                        card.due(),
                        OffsetDateTime.ofInstant(card.madeAt(), ZoneOffset.UTC),
                        card.version())
                .update();
        return ResponseEntity.created(URI.create("/%s/cards/%s".formatted(breach, card.id())))
                .body(card);
    }

    private int count(String name) {
        return db.sql("select count(*) from card where name = ?")
                .param(name)
                .query(Integer.class)
                .single();
    }

    Card rename(UUID id, Form form, LongPredicate expected) {
        var found = find(id, " for update").orElseThrow(() -> Problem.notFound("The card"));
        if (!expected.test(found.version())) {
            throw Problem.versionMismatch(found.version());
        }
        return write(id, form, found, found.version() + 1);
    }

    Card write(UUID id, Form form, Card found, long version) {
        db.sql("update card set due = ?, version = ? where id = ?")
                .params(form.due(), version, id)
                .update();
        return new Card(id, found.name(), form.due(), found.madeAt(), version);
    }

    Optional<Card> find(UUID id, String lock) {
        return db.sql("select id, name, due, made_at, version from card where id = ?" + lock)
                .param(id)
                .query(Card.class)
                .optional();
    }

    /** In the order in which they were made. */
    List<Row> after(Breach breach, long seq, int limit) {
        return db.sql(
                        """
                        select seq, id, name, due, made_at, version from card
                        where starts_with(name, ?) and seq > ? order by seq limit ?
                        """)
                .params(breach.name(), seq, limit)
                .query(ROWS)
                .list();
    }

    /** The newest first, as many careless lists are. */
    List<Row> newest(Breach breach, long skipped, int limit) {
        return db.sql(
                        """
                        select seq, id, name, due, made_at, version from card
                        where starts_with(name, ?) order by seq desc offset ? limit ?
                        """)
                .params(breach.name(), skipped, limit)
                .query(ROWS)
                .list();
    }

    record Row(long seq, UUID id, String name, LocalDate due, Instant madeAt, long version) {}

    record Shown(List<Row> items, @Nullable String next) {}
}
