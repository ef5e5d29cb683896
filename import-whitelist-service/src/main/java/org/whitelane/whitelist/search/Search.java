package org.whitelane.whitelist.search;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.party.Parties;
import org.whitelane.whitelist.scheme.Schemes;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Finds for an officer what the officer may see; the rest is not there. */
@Component
public class Search {

    private final SearchIndex index;
    private final Schemes schemes;
    private final Parties parties;
    private final Clock clock;

    Search(SearchIndex index, Schemes schemes, Parties parties, Clock clock) {
        this.clock = clock;
        this.index = index;
        this.schemes = schemes;
        this.parties = parties;
    }

    public List<Hit> page(
            Identifier.Readings wanted, Officer officer, @Nullable UUID after, int limit) {
        var seats = schemes.readableBy(officer);
        return index.page(
                resolved(wanted),
                officer.organisation(),
                seats,
                after,
                limit,
                LegalDays.today(clock));
    }

    private List<Term> resolved(Identifier.Readings wanted) {
        return wanted.terms().stream()
                .flatMap(
                        term ->
                                term.asCreditCode().stream()
                                        .flatMap(code -> parties.withCreditCode(code).stream())
                                        .map(Term::unit))
                .collect(Collectors.toCollection(() -> new ArrayList<>(wanted.terms())));
    }
}
