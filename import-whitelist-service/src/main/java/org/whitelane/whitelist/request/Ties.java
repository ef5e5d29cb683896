package org.whitelane.whitelist.request;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.mandate.Act;
import org.whitelane.whitelist.mandate.Mandate;
import org.whitelane.whitelist.party.PartyKnowledge;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What ties an officer's organisation to a request, besides a seat at the scheme's table.
 *
 * @param names under which a request may name the organisation, in lower case: its id and its
 *     unified social credit code
 * @param known whether these are all; they are not while the registry has not told of it
 * @param agency what it does for the request's unit; null for nothing
 */
public record Ties(Set<String> names, boolean known, @Nullable Agency agency) {

    /** Whose organisation is nowhere named: the suite, operators, auditors. */
    static final Ties NONE = new Ties(Set.of(), true, null);

    public Ties {
        names = Set.copyOf(names);
    }

    /**
     * That the organisation acts for the unit.
     *
     * @param mandates in force; one at least
     * @param agent what is known of the organisation itself
     */
    public record Agency(List<Mandate> mandates, PartyKnowledge agent) {

        public Agency {
            mandates = List.copyOf(mandates);
        }

        Optional<Mandate> mandateFor(Act act) {
            return mandates.stream().filter(mandate -> mandate.allows(act)).findFirst();
        }

        /** What stands against an act, also where a mandate allows it. */
        Optional<Outcome.Refused> objection(Act act) {
            if (mandateFor(act).isEmpty()) {
                return Optional.of(
                        Outcome.refused(
                                Refusal.MANDATE_INSUFFICIENT,
                                "The unit's mandate does not name the act %s.".formatted(act)));
            }
            return switch (agent) {
                case PartyKnowledge.NotKnownYet(var detail) ->
                        Optional.of(Outcome.refused(Refusal.PARTY_NOT_KNOWN_YET, detail));
                case PartyKnowledge.Known(var party) ->
                        party.active()
                                ? Optional.empty()
                                : Optional.of(
                                        Outcome.refused(
                                                Refusal.AGENT_NOT_ACTIVE,
                                                "The organisation is %s; only an ACTIVE one acts for"
                                                                .formatted(party.status())
                                                        + " another."));
            };
        }
    }

    public static Ties named(@Nullable String... names) {
        return new Ties(lowerCase(names), true, null);
    }

    public static Ties notKnownYet(String organisation) {
        return new Ties(lowerCase(organisation), false, null);
    }

    Ties acting(@Nullable Agency newAgency) {
        return new Ties(names, known, newAgency);
    }

    /**
     * The organisations whose own business a request is, by the names that it has for them, in
     * lower case: the applicant, whoever acted for it, its project's owner and CRO. None of them
     * judges it.
     */
    public static Set<String> involvedIn(WhitelistRequest request) {
        var project = request.content().project();
        var named = Stream.of(request.organisation(), project.owner(), project.cro());
        return lowerCase(Stream.concat(request.agents().stream(), named).toArray(String[]::new));
    }

    boolean involve(WhitelistRequest request) {
        return meet(involvedIn(request));
    }

    /**
     * @param involved as {@link #involvedIn} gives them
     */
    public boolean meet(Collection<String> involved) {
        return names.stream().anyMatch(involved::contains);
    }

    /** Whoever writes a credit code by hand writes it in either case. */
    private static Set<String> lowerCase(@Nullable String... names) {
        return Stream.of(names)
                .flatMap(Stream::ofNullable)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
