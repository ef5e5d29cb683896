package org.whitelane.whitelist.request;

import static org.whitelane.whitelist.request.Outcome.accepted;
import static org.whitelane.whitelist.request.Outcome.refused;

import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.request.RequestCommand.Recognise;
import org.whitelane.whitelist.request.RequestFact.Recognised;
import org.whitelane.whitelist.request.RequestFact.Rejected;
import org.whitelane.whitelist.request.Ruling.ItemRuling;
import org.whitelane.whitelist.request.Ruling.Result;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The office rules on each article. What every member agreed to is recognised under the members'
 * conditions; what was not agreed needs a meeting's resolution, or is refused with reasons. A
 * request of which nothing is recognised is rejected.
 */
record Recognition(WhitelistRequest request, Officer officer, Deliberation at) {

    Outcome recognise(RequestStatus to, Recognise command) {
        var verdict = Verdict.of(request, at.scheme());
        if (!verdict.missing().isEmpty()) {
            return refused(
                    Refusal.OPINIONS_MISSING,
                    "No opinion yet from %s.".formatted(String.join(", ", verdict.missing())));
        }
        if (request.standing().stream().allMatch(o -> o.by().equals(officer.subject()))) {
            return refused(
                    Refusal.SOLE_REVIEWER, "Whoever judged alone does not recognise as well.");
        }
        var faults = faults(command);
        if (!faults.isEmpty()) {
            return new Outcome.Refused(
                    Refusal.RULING_INCOMPLETE, "The ruling cannot be taken like this.", faults);
        }
        var ruling = ruling(command);
        var disputed = disputed(ruling);
        if (!disputed.isEmpty() && command.resolution() == null) {
            return notAgreed(verdict, disputed);
        }
        return ruling.recognisesNothing()
                ? reject(ruling, command)
                : at.ifEligible(request, List.of(), version -> recognise(to, ruling, version));
    }

    private Outcome recognise(RequestStatus to, Ruling ruling, long version) {
        var step = at.step(RequestAction.RECOGNISE, officer).seeing(version).ruling(ruling);
        return accepted(request.moved(to, step), new Recognised(step, version, ruling));
    }

    private Outcome reject(Ruling ruling, Recognise command) {
        var reasons =
                ruling.items().stream()
                        .map(ItemRuling::reason)
                        .distinct()
                        .collect(Collectors.joining("; "));
        var step =
                at.step(RequestAction.RECOGNISE, officer)
                        .because(reasons)
                        .withRemedy(command.remedy())
                        .ruling(ruling);
        return accepted(request.moved(RequestStatus.REJECTED, step), new Rejected(step));
    }

    private static Outcome notAgreed(Verdict verdict, List<Integer> disputed) {
        return refused(
                Refusal.NOT_ALL_AGREED,
                "Not agreed by %s (article%s %s): refuse it with a reason, or name the meeting's resolution."
                        .formatted(
                                String.join(", ", verdict.notAgreeing()),
                                disputed.size() == 1 ? "" : "s",
                                disputed.stream()
                                        .map(Object::toString)
                                        .collect(Collectors.joining(", "))));
    }

    /** Recognised although somebody does not agree. */
    private List<Integer> disputed(Ruling ruling) {
        return ruling.items().stream()
                .filter(ItemRuling::recognised)
                .map(ItemRuling::article)
                .filter(i -> !Verdict.agreedOn(request, i))
                .toList();
    }

    private Ruling ruling(Recognise command) {
        var items =
                IntStream.range(0, request.content().articles().size())
                        .mapToObj(i -> ruling(i, named(command, i)))
                        .toList();
        return new Ruling(items, command.resolution());
    }

    private ItemRuling ruling(int article, Optional<ItemRuling> named) {
        if (named.isPresent() && !named.get().recognised()) {
            return named.get();
        }
        // a member that agrees under a condition does not agree without it
        var conditions =
                Stream.concat(
                                request.standing().stream()
                                        .flatMap(o -> o.conditionsFor(article).stream()),
                                named.stream().flatMap(item -> item.conditions().stream()))
                        .distinct()
                        .toList();
        return new ItemRuling(article, Result.RECOGNISED, conditions, null);
    }

    private static Optional<ItemRuling> named(Recognise command, int article) {
        return command.items().stream().filter(item -> item.article() == article).findFirst();
    }

    private List<Finding> faults(Recognise command) {
        var faults = new ArrayList<Finding>();
        var seen = new HashSet<Integer>();
        for (var i = 0; i < command.items().size(); i++) {
            var item = command.items().get(i);
            var place = "/items/" + i;
            ItemPlaces.fault(request, item.article(), seen, place).ifPresent(faults::add);
            var reason = item.reason();
            if (!item.recognised() && (reason == null || reason.isBlank())) {
                faults.add(new Finding(place + "/reason", "required", "Say why it is refused."));
            }
        }
        var remedy = command.remedy();
        if (faults.isEmpty()
                && ruling(command).recognisesNothing()
                && (remedy == null || remedy.isBlank())) {
            faults.add(
                    new Finding(
                            "/remedy",
                            "required",
                            "Nothing is recognised, so the request is rejected: should say where"
                                    + " and until when the applicant can appeal."));
        }
        return faults;
    }
}
