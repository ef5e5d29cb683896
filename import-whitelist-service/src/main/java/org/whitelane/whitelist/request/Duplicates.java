package org.whitelane.whitelist.request;

import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.mandate.Mandate;
import org.whitelane.whitelist.mandate.Mandates;
import org.whitelane.whitelist.request.Listings.Right;
import org.whitelane.whitelist.scheme.Schemes;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what a request may double, among what its reader may see: the applicant all of their own,
 * an agent what its mandates let it read, an agency what lies in the schemes that it sits in.
 */
@Component
class Duplicates {

    /** More than anybody compares. */
    private static final int MOST = 100;

    private final Requests requests;
    private final Listings listings;
    private final Schemes schemes;
    private final Mandates mandates;
    private final Clock clock;

    Duplicates(
            Requests requests, Listings listings, Schemes schemes, Mandates mandates, Clock clock) {
        this.requests = requests;
        this.listings = listings;
        this.schemes = schemes;
        this.mandates = mandates;
        this.clock = clock;
    }

    /** Requests first, the newest first; nothing doubles what has come to its end. */
    List<Duplicate> of(WhitelistRequest request, Officer officer) {
        if (request.content().items().isEmpty() || hasEnded(request)) {
            return List.of();
        }
        return Stream.concat(
                        requests.alike(request, MOST).stream()
                                .flatMap(other -> Duplicate.of(request, other).stream()),
                        entries(request))
                .filter(visible(request, officer))
                .limit(MOST)
                .toList();
    }

    private static boolean hasEnded(WhitelistRequest request) {
        return request.status() != RequestStatus.DRAFT
                && !RequestStatus.OPEN.contains(request.status());
    }

    /** The project is that of the request by which the entry came on the list. */
    private Stream<Duplicate> entries(WhitelistRequest request) {
        var keys = request.content().articles().stream().map(Article::key).distinct().toList();
        var rights = listings.rights(request.organisation(), keys);
        if (rights.isEmpty()) {
            return Stream.empty();
        }
        var sources =
                requests.named(rights.stream().map(Right::request).distinct().toList()).stream()
                        .collect(Collectors.toMap(WhitelistRequest::id, Function.identity()));
        return rights.stream().flatMap(right -> entry(request, right, sources).stream());
    }

    private static Optional<Duplicate> entry(
            WhitelistRequest request, Right right, Map<UUID, WhitelistRequest> sources) {
        return Optional.ofNullable(sources.get(right.request()))
                .flatMap(source -> Duplicate.of(request, right, source.content().project()));
    }

    private Predicate<Duplicate> visible(WhitelistRequest request, Officer officer) {
        if (officer.actsFor(request.organisation())) {
            return _ -> true;
        }
        var seats = schemes.readableBy(officer);
        return seats.contains(request.scheme().code())
                ? duplicate -> seats.contains(duplicate.scheme())
                : asAgent(request.organisation(), officer);
    }

    /** What the mandates of that unit let read. */
    private Predicate<Duplicate> asAgent(String unit, Officer officer) {
        var own = officer.organisation();
        var got =
                own == null
                        ? List.<Mandate>of()
                        : mandates.inForce(own, LegalDays.today(clock)).stream()
                                .filter(mandate -> mandate.unit().equals(unit))
                                .toList();
        return duplicate -> got.stream().anyMatch(mandate -> mandate.isFor(duplicate.scheme()));
    }
}
