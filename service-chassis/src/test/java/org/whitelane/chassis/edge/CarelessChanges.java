package org.whitelane.chassis.edge;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.edge.Cards.Card;
import org.whitelane.chassis.edge.Cards.Form;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.security.Role;
import org.whitelane.chassis.web.Body;
import org.whitelane.chassis.web.IfMatch;
import org.whitelane.chassis.web.Problem;

import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Changes of a card, each with one promise broken. */
@RestController
class CarelessChanges {

    private static final String REGISTRAR = "hasRole('REGISTRAR')";

    /** As many as the contract sends at once: all of them have compared before one writes. */
    private final CountDownLatch compared = new CountDownLatch(6);

    private final Cards cards;

    CarelessChanges(Cards cards) {
        this.cards = cards;
    }

    @PutMapping("/IF_MATCH_IGNORED/cards/{id}")
    @Transactional
    @PreAuthorize(REGISTRAR)
    public Card ignored(@PathVariable UUID id, @Body Form form) {
        return cards.rename(id, form, _ -> true);
    }

    @PutMapping("/WEAK_TAG_MATCHES/cards/{id}")
    @Transactional
    @PreAuthorize(REGISTRAR)
    public Card weak(
            @PathVariable UUID id, @Body Form form, IfMatch expected, HttpServletRequest request) {
        var header = Objects.requireNonNullElse(request.getHeader(IfMatch.HEADER), "");
        return cards.rename(id, form, v -> expected.test(v) || header.equals("W/\"" + v + "\""));
    }

    @PutMapping("/CURRENT_VERSION_HIDDEN/cards/{id}")
    @Transactional
    @PreAuthorize(REGISTRAR)
    public Card hidden(@PathVariable UUID id, @Body Form form, IfMatch expected) {
        return cards.rename(
                id,
                form,
                version -> {
                    if (!expected.test(version)) {
                        throw Problem.of(
                                HttpStatus.PRECONDITION_FAILED, "version-mismatch", "Another one.");
                    }
                    return true;
                });
    }

    @PutMapping("/IF_NONE_MATCH_IGNORED/cards/{id}")
    @Transactional
    @PreAuthorize(REGISTRAR)
    public Card unwanted(
            @PathVariable UUID id, @Body Form form, IfMatch expected, HttpServletRequest request) {
        boolean asked = request.getHeader(IfMatch.HEADER) != null;
        return cards.rename(id, form, version -> !asked || expected.test(version));
    }

    @PutMapping("/VERSION_STANDS_STILL/cards/{id}")
    @Transactional
    @PreAuthorize(REGISTRAR)
    public Card still(@PathVariable UUID id, @Body Form form, IfMatch expected) {
        var found = cards.find(id, " for update").orElseThrow(() -> Problem.notFound("The card"));
        if (!expected.test(found.version())) {
            throw Problem.versionMismatch(found.version());
        }
        return cards.write(id, form, found, found.version());
    }

    /** Reads without a lock, and writes what it has read plus one. */
    @PutMapping("/UPDATE_LOST/cards/{id}")
    @PreAuthorize(REGISTRAR)
    public Card lost(@PathVariable UUID id, @Body Form form, IfMatch expected)
            throws InterruptedException {
        var found = cards.find(id, "").orElseThrow(() -> Problem.notFound("The card"));
        if (!expected.test(found.version())) {
            throw Problem.versionMismatch(found.version());
        }
        compared.countDown();
        var all = compared.await(30, TimeUnit.SECONDS);
        return cards.write(id, form, found, found.version() + (all ? 1 : 2));
    }

    @PutMapping("/VERSION_TOLD_TO_STRANGERS/cards/{id}")
    @Transactional
    public Card told(@PathVariable UUID id, @Body Form form, Caller caller, IfMatch expected) {
        return cards.rename(
                id,
                form,
                version -> {
                    if (expected.test(version) && !caller.has(Role.REGISTRAR)) {
                        throw Problem.of(HttpStatus.FORBIDDEN, "role-missing", "Not you.");
                    }
                    return expected.test(version);
                });
    }
}
