package org.whitelane.whitelist.request;

import static org.whitelane.whitelist.request.Outcome.accepted;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.request.Opinion.Kind;
import org.whitelane.whitelist.request.RequestCommand.GiveOpinion;
import org.whitelane.whitelist.request.RequestFact.OpinionGiven;
import org.whitelane.whitelist.request.RequestFact.ReviewResumed;
import org.whitelane.whitelist.request.RequestFact.ReviewResumed.Cause;
import org.whitelane.whitelist.request.RequestFact.SupplementRequested;
import org.whitelane.whitelist.scheme.RequestKind;
import org.whitelane.whitelist.scheme.SchemeRules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * The members judge. Whoever needs more stops the clock until the applicant has supplied it, or the
 * agency has changed its mind.
 */
record OpinionRound(WhitelistRequest request, Officer officer, Deliberation at) {

    Outcome give(GiveOpinion command) {
        var faults = faults(command);
        if (!faults.isEmpty()) {
            return new Outcome.Refused(
                    Refusal.OPINION_INCOMPLETE, "The opinion cannot be taken like this.", faults);
        }
        var opinion = opinion(command);
        var judged = request.withOpinion(opinion, at.today());
        var to = judged.asking().isEmpty() ? RequestStatus.JOINT_REVIEW : RequestStatus.SUPPLEMENT;
        var step = at.step(RequestAction.GIVE_OPINION, officer).because(opinion.reason());
        var moved = judged.moved(to, step);
        return new Outcome.Accepted(moved, facts(moved, opinion, step));
    }

    private List<RequestFact> facts(WhitelistRequest moved, Opinion opinion, Step step) {
        var facts = new ArrayList<RequestFact>();
        facts.add(new OpinionGiven(opinion));
        if (opinion.kind() == Kind.NEED_MORE) {
            facts.add(
                    new SupplementRequested(opinion, at.clock().supplementDue(moved).orElse(null)));
        } else if (request.status() != moved.status()) {
            facts.add(
                    new ReviewResumed(
                            step,
                            Cause.ASK_TAKEN_BACK,
                            judgingAnew(moved),
                            at.clock().decision(moved)));
        }
        return facts;
    }

    /** The applicant says that everything asked for is there. Who asked judges anew. */
    Outcome supply(RequestStatus to) {
        var content = request.content();
        var against =
                content.kind() == RequestKind.WITHDRAW_LISTING
                        ? List.<Finding>of()
                        : new SchemeRules(at.scheme()).items(content.articles());
        if (!against.isEmpty()) {
            return at.ruleRefused(against);
        }
        var step = at.step(RequestAction.SUPPLY, officer);
        var moved =
                request.settingAside(o -> o.kind() == Kind.NEED_MORE, at.today()).moved(to, step);
        return accepted(
                moved,
                new ReviewResumed(
                        step, Cause.SUPPLIED, judgingAnew(moved), at.clock().decision(moved)));
    }

    /**
     * Whose opinion counts no more, and who has not given another. The event names them all: of a
     * revision meanwhile, which set some of them aside, nobody outside was told.
     */
    private static List<String> judgingAnew(WhitelistRequest moved) {
        return moved.opinions().stream()
                .map(Opinion::agencyRole)
                .distinct()
                .filter(role -> moved.opinionOf(role).isEmpty())
                .toList();
    }

    /** Who judged other articles judges these anew; who asked for more still waits. */
    WhitelistRequest revised(RequestContent content) {
        var same = content.articles().equals(request.content().articles());
        return (same ? request : request.settingAside(o -> o.kind() != Kind.NEED_MORE, at.today()))
                .withContent(content);
    }

    private Opinion opinion(GiveOpinion command) {
        var organisation = officer.organisation();
        var role = at.members().reviewerRoleOf(organisation);
        if (organisation == null || role.isEmpty()) {
            throw new IllegalStateException("standing was checked before");
        }
        var reason = said(command.reason());
        var needs =
                command.opinion() == Kind.NEED_MORE && command.needs().isEmpty() && reason != null
                        ? List.of(reason)
                        : command.needs();
        return new Opinion(
                organisation,
                role.get(),
                command.opinion(),
                reason,
                command.items(),
                needs,
                at.today(),
                officer.subject(),
                null);
    }

    /** Nothing but spaces is no reason, not even to agree: the event would carry an empty text. */
    private static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private List<Finding> faults(GiveOpinion command) {
        var faults = new ArrayList<Finding>();
        if (command.opinion() != Kind.AGREE && said(command.reason()) == null) {
            faults.add(
                    new Finding("/reason", "required", "Say why it is " + command.opinion() + "."));
        }
        if (command.opinion() != Kind.NEED_MORE && !command.needs().isEmpty()) {
            faults.add(
                    new Finding("/needs", "not-needed", "Only with NEED_MORE is something asked."));
        }
        var seen = new HashSet<Integer>();
        for (var i = 0; i < command.items().size(); i++) {
            var item = command.items().get(i);
            var place = "/items/" + i;
            ItemPlaces.fault(request, item.article(), seen, place).ifPresent(faults::add);
            if (item.opinion() != Kind.AGREE && said(item.reason()) == null) {
                faults.add(new Finding(place + "/reason", "required", "Say why."));
            }
            if (item.opinion() == Kind.NEED_MORE && command.opinion() != Kind.NEED_MORE) {
                faults.add(
                        new Finding(
                                place + "/opinion",
                                "whole-first",
                                "More about one article is more about the request: should be"
                                        + " NEED_MORE in the whole too."));
            }
        }
        return faults;
    }
}
