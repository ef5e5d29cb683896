package org.whitelane.chassis.edge;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.idempotency.Idempotent;
import org.whitelane.chassis.security.PublicPaths;
import org.whitelane.chassis.web.Body;
import org.whitelane.chassis.web.Cursors;
import org.whitelane.chassis.web.Page;
import org.whitelane.chassis.web.Paging;
import org.whitelane.chassis.web.Problem;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A service with a database, but without journal and inbox. */
@SpringBootConfiguration
@EnableAutoConfiguration(
        excludeName = {
            "org.whitelane.chassis.journal.JournalAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration"
        })
@Import({StoreApp.ItemController.class, ShelfController.class})
class StoreApp {

    @Bean
    PublicPaths publicItems() {
        return PublicPaths.of("POST /public/items");
    }

    record Item(String name) {}

    record Stored(UUID id, String name) {}

    @RestController
    static class ItemController {

        private final JdbcClient db;
        private final Cursors cursors;

        volatile CountDownLatch reached = new CountDownLatch(0);
        volatile CountDownLatch goOn = new CountDownLatch(0);

        ItemController(JdbcClient db, Cursors cursors) {
            this.db = db;
            this.cursors = cursors;
        }

        @PostMapping("/items")
        @Idempotent
        ResponseEntity<Stored> create(@Body Item item) throws InterruptedException {
            return created(item);
        }

        @PostMapping("/public/items")
        @Idempotent
        ResponseEntity<Stored> createPublicly(@Body Item item) throws InterruptedException {
            return created(item);
        }

        @PostMapping("/registrars/items")
        @Idempotent
        @PreAuthorize("hasRole('REGISTRAR')")
        ResponseEntity<Stored> createAsRegistrar(@Body Item item) throws InterruptedException {
            return created(item);
        }

        @PostMapping("/secrets")
        @Idempotent(secret = true)
        ResponseEntity<Stored> createSecret(@Body Item item) throws InterruptedException {
            return created(item);
        }

        @PostMapping("/duplicates")
        @Idempotent
        ResponseEntity<Stored> createTwice(@Body Item item) {
            var stored = new Stored(UUID.randomUUID(), item.name());
            insert(stored);
            insert(stored);
            return ResponseEntity.ok(stored);
        }

        @PostMapping("/broken")
        @Idempotent
        ResponseEntity<Stored> createWithoutAnId(@Body Item item) {
            db.sql("insert into item (id, name) values (null, ?)").params(item.name()).update();
            throw new IllegalStateException("not reached");
        }

        private void insert(Stored stored) {
            db.sql("insert into item (id, name) values (?, ?)")
                    .params(stored.id(), stored.name())
                    .update();
        }

        private ResponseEntity<Stored> created(Item item) throws InterruptedException {
            var stored = new Stored(UUID.randomUUID(), item.name());
            db.sql("insert into item (id, name) values (?, ?)")
                    .params(stored.id(), stored.name())
                    .update();
            reached.countDown();
            if (!goOn.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody let it go on");
            }
            if (item.name().startsWith("refused")) {
                throw Problem.refused("not-this-one", "This one is refused.", List.of());
            }
            return ResponseEntity.created(URI.create("/items/" + stored.id())).body(stored);
        }

        @GetMapping("/items")
        Page<Map<String, Object>> list(Paging paging) {
            var after =
                    paging.cursor() == null
                            ? ""
                            : cursors.decode("items", paging.cursor()).getFirst();
            var rows =
                    db.sql("select name from item where name > ? order by name limit ?")
                            .params(after, paging.fetch())
                            .query()
                            .listOfRows();
            return Page.of(
                    rows,
                    paging,
                    r -> r,
                    r -> cursors.encode("items", List.of((String) r.get("name"))));
        }
    }
}
