package org.whitelane.chassis.edge;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.edge.Cards.Card;
import org.whitelane.chassis.edge.Cards.Form;
import org.whitelane.chassis.idempotency.Idempotent;
import org.whitelane.chassis.web.Body;
import org.whitelane.chassis.web.Fault;
import org.whitelane.chassis.web.IfMatch;
import org.whitelane.chassis.web.Problem;
import org.whitelane.chassis.web.ReadsItself;

import tools.jackson.databind.json.JsonMapper;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Creations of cards, each with one promise broken. */
@RestController
@PreAuthorize("hasRole('REGISTRAR')")
class CarelessCreations {

    private static final String KEY = "Idempotency-Key";
    private static final DateTimeFormatter LENIENT = DateTimeFormatter.ofPattern("uuuu-MM-dd");

    private final Cards cards;
    private final Map<String, Card> answers = new ConcurrentHashMap<>();
    private final Set<String> burnt = ConcurrentHashMap.newKeySet();
    private final Map<String, CountDownLatch> racing = new ConcurrentHashMap<>();

    CarelessCreations(Cards cards) {
        this.cards = cards;
    }

    @PostMapping("/NO_KEY_NEEDED/cards")
    ResponseEntity<Card> withoutKey(@Body Form form) {
        return cards.create(Breach.NO_KEY_NEEDED, form, false);
    }

    @PostMapping("/KEY_OF_PLAIN_LETTERS/cards")
    ResponseEntity<Card> plainKey(@Body Form form, @RequestHeader(KEY) String key) {
        if (!key.matches("[A-Za-z0-9-]+")) {
            throw Problem.invalid(List.of(new Fault("#" + KEY, "format", "Letters and digits.")));
        }
        return cards.create(Breach.KEY_OF_PLAIN_LETTERS, form, false);
    }

    @PostMapping("/EVERY_REPEAT_CREATES/cards")
    ResponseEntity<Card> again(@Body Form form) {
        return cards.create(Breach.EVERY_REPEAT_CREATES, form, false);
    }

    @PostMapping("/RACING_REPEATS_CREATE/cards")
    ResponseEntity<Card> racing(@Body Form form, @RequestHeader(KEY) String key)
            throws InterruptedException {
        var known = answers.get(key);
        if (known != null) {
            return replayed(known);
        }
        awaitAnother(key);
        return keep(key, cards.create(Breach.RACING_REPEATS_CREATE, form, false));
    }

    /** Whatever the machine does: two that race have both found nothing before one goes on. */
    private void awaitAnother(String key) throws InterruptedException {
        var two = racing.computeIfAbsent(key, _ -> new CountDownLatch(2));
        two.countDown();
        two.await(10, TimeUnit.SECONDS);
    }

    @PostMapping("/KEY_FOR_ANY_BODY/cards")
    ResponseEntity<Card> anyBody(@Body Form form, @RequestHeader(KEY) String key) {
        var known = answers.get(key);
        return known == null
                ? keep(key, cards.create(Breach.KEY_FOR_ANY_BODY, form, false))
                : replayed(known);
    }

    @PostMapping("/KEY_FOR_ANYBODY/cards")
    ResponseEntity<Card> anybody(@Body Form form, @RequestHeader(KEY) String key) {
        var known = answers.get(key);
        return known == null
                ? keep(key, cards.create(Breach.KEY_FOR_ANYBODY, form, false))
                : replayed(known);
    }

    @PostMapping("/KEY_USED_UP_BY_REFUSALS/cards")
    ResponseEntity<Card> burning(@RequestBody String body, @RequestHeader(KEY) String key) {
        if (!burnt.add(key)) {
            throw Problem.refused("idempotency-key-reused", "This key was used.", List.of());
        }
        return cards.create(Breach.KEY_USED_UP_BY_REFUSALS, form(body), false);
    }

    @PostMapping("/CONDITION_OF_CREATION_IGNORED/cards")
    @Idempotent
    ResponseEntity<Card> unconditional(@Body Form form, IfMatch ignored) {
        return cards.create(Breach.CONDITION_OF_CREATION_IGNORED, form, false);
    }

    @PostMapping("/FIRST_FAULT_ONLY/cards")
    ResponseEntity<Card> firstFault(@RequestBody String body) {
        return cards.create(Breach.FIRST_FAULT_ONLY, form(body), false);
    }

    @PostMapping("/BODY_NOT_READ/cards")
    @ReadsItself
    ResponseEntity<Card> unread() {
        var form = new Form(UUID.randomUUID().toString(), LocalDate.of(2026, 1, 5));
        return cards.create(Breach.BODY_NOT_READ, form, false);
    }

    @PostMapping("/INSIDE_TOLD/cards")
    ResponseEntity<Object> inside(@RequestBody String body) {
        try {
            var form = JsonMapper.shared().readValue(body, Form.class);
            return ResponseEntity.ok(cards.create(Breach.INSIDE_TOLD, form, false));
        } catch (RuntimeException e) {
            return ResponseEntity.internalServerError().body(Map.of("error", e.toString()));
        }
    }

    @PostMapping("/SAME_TWICE/cards")
    @Idempotent
    ResponseEntity<Card> twice(@Body Form form) {
        return cards.create(Breach.SAME_TWICE, form, false);
    }

    @DeleteMapping("/DOOR_OPEN/cards")
    @PreAuthorize("permitAll()")
    Map<String, Boolean> open() {
        return Map.of("deleted", true);
    }

    @DeleteMapping("/DELETE_TAKEN/cards")
    Map<String, Boolean> delete() {
        return Map.of("deleted", true);
    }

    record AnyDay(String name, String due) {}

    @PostMapping("/LEAP_DAY_REFUSED/cards")
    ResponseEntity<Card> noLeapDay(@Body Form form) {
        if (form.due().getMonthValue() == 2 && form.due().getDayOfMonth() == 29) {
            throw Problem.invalid(List.of(new Fault("/due", "format", "There is no such day.")));
        }
        return cards.create(Breach.LEAP_DAY_REFUSED, form, false);
    }

    /** The 29th of a February without one becomes the 28th. */
    @PostMapping("/DAY_INVENTED/cards")
    ResponseEntity<Card> invented(@Body AnyDay form) {
        try {
            var due = LocalDate.parse(form.due(), LENIENT);
            return cards.create(Breach.DAY_INVENTED, new Form(form.name(), due), false);
        } catch (DateTimeParseException e) {
            throw Problem.invalid(List.of(new Fault("/due", "format", "Must be a day.")));
        }
    }

    private ResponseEntity<Card> keep(String key, ResponseEntity<Card> made) {
        answers.put(key, Objects.requireNonNull(made.getBody()));
        return made;
    }

    private static ResponseEntity<Card> replayed(Card card) {
        return ResponseEntity.status(201).header("Idempotent-Replayed", "true").body(card);
    }

    private static Form form(String body) {
        try {
            var tree = JsonMapper.shared().readTree(body);
            return new Form(
                    tree.required("name").asString(),
                    LocalDate.parse(tree.required("due").asString()));
        } catch (RuntimeException e) {
            throw Problem.invalid(List.of(new Fault("/name", "required", "This is required.")));
        }
    }
}
