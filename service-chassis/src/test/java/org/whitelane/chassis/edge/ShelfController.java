package org.whitelane.chassis.edge;

import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.idempotency.Idempotent;
import org.whitelane.chassis.web.Body;
import org.whitelane.chassis.web.IfMatch;
import org.whitelane.chassis.web.Problem;
import org.whitelane.chassis.web.Versioned;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** An aggregate with versions, as a service would have it. */
@RestController
@RequestMapping("/shelves")
class ShelfController {

    private final JdbcClient db;

    ShelfController(JdbcClient db) {
        this.db = db;
    }

    record Wanted(String name) {}

    record Shelf(UUID id, String name, long version) implements Versioned {}

    @PostMapping
    @Idempotent
    ResponseEntity<Shelf> put(@Body Wanted wanted) {
        var shelf = new Shelf(UUID.randomUUID(), wanted.name(), Versioned.FIRST);
        db.sql("insert into shelf (id, name, version) values (?, ?, ?)")
                .params(shelf.id(), shelf.name(), shelf.version())
                .update();
        return ResponseEntity.created(URI.create("/shelves/" + shelf.id())).body(shelf);
    }

    @GetMapping("/{id}")
    Shelf one(@PathVariable UUID id) {
        return find(id, "").orElseThrow(() -> Problem.notFound("The shelf"));
    }

    @PutMapping("/{id}")
    @Transactional
    @PreAuthorize("hasRole('REGISTRAR')")
    public Shelf rename(@PathVariable UUID id, @Body Wanted wanted, IfMatch expected) {
        return renamed(id, wanted, expected);
    }

    /** A change that is also a creation: the key's answer outlives the version. */
    @PostMapping("/{id}/names")
    @Idempotent
    ResponseEntity<Shelf> addName(@PathVariable UUID id, @Body Wanted wanted, IfMatch expected) {
        return ResponseEntity.status(201).body(renamed(id, wanted, expected));
    }

    private Shelf renamed(UUID id, Wanted wanted, IfMatch expected) {
        var found = find(id, " for update").orElseThrow(() -> Problem.notFound("The shelf"));
        if (!expected.test(found.version())) {
            throw Problem.versionMismatch(found.version());
        }
        var shelf = new Shelf(id, wanted.name(), found.version() + 1);
        db.sql("update shelf set name = ?, version = ? where id = ?")
                .params(shelf.name(), shelf.version(), id)
                .update();
        return shelf;
    }

    private Optional<Shelf> find(UUID id, String lock) {
        return db.sql("select id, name, version from shelf where id = ?" + lock)
                .param(id)
                .query(Shelf.class)
                .optional();
    }
}
