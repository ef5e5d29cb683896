package org.whitelane.chassis.edge;

import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.edge.Cards.Card;
import org.whitelane.chassis.edge.Cards.Form;
import org.whitelane.chassis.idempotency.Idempotent;
import org.whitelane.chassis.web.Body;
import org.whitelane.chassis.web.Cursors;
import org.whitelane.chassis.web.IfMatch;
import org.whitelane.chassis.web.Page;
import org.whitelane.chassis.web.Paging;
import org.whitelane.chassis.web.Problem;

import java.util.List;
import java.util.UUID;

/** Keeps every promise. What is broken has a path of its own in {@link CarelessController}. */
@RestController
@RequestMapping("/{breach}")
class CardController {

    private final Cards cards;
    private final Cursors cursors;

    CardController(Cards cards, Cursors cursors) {
        this.cards = cards;
        this.cursors = cursors;
    }

    @PostMapping("/cards")
    @Idempotent
    @PreAuthorize("hasRole('REGISTRAR')")
    ResponseEntity<Card> create(@PathVariable Breach breach, @Body Form form) {
        return cards.create(breach, form, true);
    }

    @PutMapping("/cards/{id}")
    @Transactional
    @PreAuthorize("hasRole('REGISTRAR')")
    public Card rename(
            @PathVariable Breach breach, @PathVariable UUID id, @Body Form form, IfMatch expected) {
        return cards.rename(id, form, expected);
    }

    @GetMapping("/cards/{id}")
    Card one(@PathVariable Breach breach, @PathVariable UUID id) {
        return cards.find(id, "").orElseThrow(() -> Problem.notFound("The card"));
    }

    @GetMapping("/cards")
    Page<Cards.Row> list(@PathVariable Breach breach, Paging paging) {
        return page(breach, "cards " + breach, paging);
    }

    /** The same cards, another list. */
    @GetMapping("/others")
    Page<Cards.Row> others(@PathVariable Breach breach, Paging paging) {
        return page(breach, "others " + breach, paging);
    }

    private Page<Cards.Row> page(Breach breach, String scope, Paging paging) {
        var cursor = paging.cursor();
        var after = cursor == null ? 0 : Long.parseLong(cursors.decode(scope, cursor).getFirst());
        return Page.of(
                cards.after(breach, after, paging.fetch()),
                paging,
                row -> row,
                last -> cursors.encode(scope, List.of(Long.toString(last.seq()))));
    }
}
