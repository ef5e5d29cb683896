package org.whitelane.chassis.edge;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.edge.Cards.Card;
import org.whitelane.chassis.edge.Cards.Row;
import org.whitelane.chassis.edge.Cards.Shown;
import org.whitelane.chassis.web.Cursors;
import org.whitelane.chassis.web.Page;
import org.whitelane.chassis.web.Paging;
import org.whitelane.chassis.web.Problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Ways to show cards, each with one promise broken. */
@RestController
class CarelessViews {

    private final Cards cards;
    private final Cursors cursors;

    CarelessViews(Cards cards, Cursors cursors) {
        this.cards = cards;
        this.cursors = cursors;
    }

    @GetMapping("/ETAG_MISSING/cards/{id}")
    Map<String, Object> untagged(@PathVariable UUID id) {
        return shown(find(id));
    }

    @GetMapping("/KNOWN_SENT_AGAIN/cards/{id}")
    Map<String, Object> again(@PathVariable UUID id, HttpServletResponse response) {
        return tagged(find(id), response);
    }

    @GetMapping("/READERS_CONDITION_IGNORED/cards/{id}")
    Map<String, Object> ignored(@PathVariable UUID id, HttpServletResponse response) {
        return tagged(find(id), response);
    }

    @GetMapping("/EVERYTHING_FOUND/cards/{id}")
    Card madeUp(@PathVariable UUID id) {
        return cards.find(id, "")
                .orElse(new Card(id, "made up", LocalDate.of(2026, 1, 1), Instant.now(), 1));
    }

    @GetMapping("/LOCAL_TIME_TOLD/cards/{id}")
    Map<String, Object> local(@PathVariable UUID id, HttpServletResponse response) {
        var shown = new java.util.HashMap<>(tagged(find(id), response));
        shown.put("madeAt", "2026-01-05T16:00:00+08:00");
        return shown;
    }

    @GetMapping("/LIST_HAS_VERSION/cards")
    ResponseEntity<Page<Row>> versioned(Paging paging) {
        return ResponseEntity.ok().eTag("1").body(page(Breach.LIST_HAS_VERSION, "x", paging));
    }

    @GetMapping("/CORRELATION_REPLACED/cards")
    Page<Row> correlated(Paging paging, HttpServletResponse response) {
        response.setHeader("X-Correlation-Id", "ours");
        return page(Breach.CORRELATION_REPLACED, "y", paging);
    }

    @GetMapping("/PAGES_BY_OFFSET/cards")
    Page<Row> byOffset(Paging paging) {
        var cursor = paging.cursor();
        long skipped =
                cursor == null ? 0 : Long.parseLong(cursors.decode("offset", cursor).getFirst());
        return Page.of(
                cards.newest(Breach.PAGES_BY_OFFSET, skipped, paging.fetch()),
                paging,
                row -> row,
                _ -> cursors.encode("offset", List.of(Long.toString(skipped + paging.limit()))));
    }

    @GetMapping("/PAGE_TOO_LONG/cards")
    Shown tooLong(Paging paging) {
        return new Shown(cards.after(Breach.PAGE_TOO_LONG, 0, paging.fetch()), "more");
    }

    @GetMapping("/LIMIT_CLAMPED/cards")
    Shown clamped(@RequestParam(defaultValue = "20") String limit) {
        int wanted = limit.matches("[0-9]{1,3}") ? Integer.parseInt(limit) : 20;
        var most = Math.clamp(wanted, 1, 100);
        return new Shown(cards.after(Breach.LIMIT_CLAMPED, 0, most), null);
    }

    /** Anybody can write such a cursor. */
    @GetMapping("/CURSOR_OPEN/cards")
    Shown open(@RequestParam(defaultValue = "MA") String cursor, @RequestParam int limit) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var rows = cards.after(Breach.CURSOR_OPEN, Long.parseLong(text), limit);
            var last = Long.toString(rows.getLast().seq()).getBytes(StandardCharsets.UTF_8);
            return new Shown(rows, Base64.getUrlEncoder().withoutPadding().encodeToString(last));
        } catch (RuntimeException e) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "cursor-invalid", "No cursor of ours.");
        }
    }

    @GetMapping("/CURSOR_OF_ANOTHER_LIST/cards")
    Page<Row> cards(Paging paging) {
        return page(Breach.CURSOR_OF_ANOTHER_LIST, "any", paging);
    }

    @GetMapping("/CURSOR_OF_ANOTHER_LIST/others")
    Page<Row> others(Paging paging) {
        return page(Breach.CURSOR_OF_ANOTHER_LIST, "any", paging);
    }

    @GetMapping("/ACCEPT_IGNORED/cards")
    void whatever(HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.getWriter().write("{\"items\": [], \"next\": null}");
    }

    private Page<Row> page(Breach breach, String scope, Paging paging) {
        var cursor = paging.cursor();
        var after = cursor == null ? 0 : Long.parseLong(cursors.decode(scope, cursor).getFirst());
        return Page.of(
                cards.after(breach, after, paging.fetch()),
                paging,
                row -> row,
                last -> cursors.encode(scope, List.of(Long.toString(last.seq()))));
    }

    private Card find(UUID id) {
        return cards.find(id, "").orElseThrow(() -> Problem.notFound("The card"));
    }

    private static Map<String, Object> tagged(Card card, HttpServletResponse response) {
        response.setHeader("ETag", card.entityTag());
        return shown(card);
    }

    private static Map<String, Object> shown(Card card) {
        return Map.of(
                "id", card.id(),
                "name", card.name(),
                "due", card.due(),
                "madeAt", card.madeAt(),
                "version", card.version());
    }
}
