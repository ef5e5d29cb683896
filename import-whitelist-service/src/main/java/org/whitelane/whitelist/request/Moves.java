package org.whitelane.whitelist.request;

import static org.whitelane.whitelist.request.RequestAction.ACCEPT;
import static org.whitelane.whitelist.request.RequestAction.ADMIT;
import static org.whitelane.whitelist.request.RequestAction.ATTACH;
import static org.whitelane.whitelist.request.RequestAction.CREATE;
import static org.whitelane.whitelist.request.RequestAction.DECLINE;
import static org.whitelane.whitelist.request.RequestAction.DEEM_ACCEPTED;
import static org.whitelane.whitelist.request.RequestAction.DETACH;
import static org.whitelane.whitelist.request.RequestAction.EXTEND;
import static org.whitelane.whitelist.request.RequestAction.GIVE_OPINION;
import static org.whitelane.whitelist.request.RequestAction.LAPSE;
import static org.whitelane.whitelist.request.RequestAction.OPEN_JOINT_REVIEW;
import static org.whitelane.whitelist.request.RequestAction.PUBLISH;
import static org.whitelane.whitelist.request.RequestAction.RECOGNISE;
import static org.whitelane.whitelist.request.RequestAction.RECOMMEND;
import static org.whitelane.whitelist.request.RequestAction.REFUSE_ADMISSION;
import static org.whitelane.whitelist.request.RequestAction.REFUSE_RECOMMENDATION;
import static org.whitelane.whitelist.request.RequestAction.REJECT;
import static org.whitelane.whitelist.request.RequestAction.REQUEST_CORRECTION;
import static org.whitelane.whitelist.request.RequestAction.REVISE;
import static org.whitelane.whitelist.request.RequestAction.SUBMIT;
import static org.whitelane.whitelist.request.RequestAction.SUPPLY;
import static org.whitelane.whitelist.request.RequestAction.WITHDRAW;
import static org.whitelane.whitelist.request.RequestStatus.ACCEPTED;
import static org.whitelane.whitelist.request.RequestStatus.AREA_ASSESSMENT;
import static org.whitelane.whitelist.request.RequestStatus.CORRECTION_REQUESTED;
import static org.whitelane.whitelist.request.RequestStatus.DRAFT;
import static org.whitelane.whitelist.request.RequestStatus.JOINT_REVIEW;
import static org.whitelane.whitelist.request.RequestStatus.LAPSED;
import static org.whitelane.whitelist.request.RequestStatus.NOT_ACCEPTED;
import static org.whitelane.whitelist.request.RequestStatus.PUBLISHED;
import static org.whitelane.whitelist.request.RequestStatus.RECOGNISED;
import static org.whitelane.whitelist.request.RequestStatus.RECOMMENDED;
import static org.whitelane.whitelist.request.RequestStatus.REJECTED;
import static org.whitelane.whitelist.request.RequestStatus.SUBMITTED;
import static org.whitelane.whitelist.request.RequestStatus.SUPPLEMENT;
import static org.whitelane.whitelist.request.RequestStatus.WITHDRAWN;

import java.util.List;
import java.util.Optional;

/**
 * The one table of what may happen to a request; docs/lifecycles.md shows it and a test compares.
 */
final class Moves {

    public static final List<Move> TABLE =
            List.of(
                    new Move(null, CREATE, DRAFT),
                    new Move(DRAFT, REVISE, DRAFT),
                    new Move(DRAFT, ATTACH, DRAFT),
                    new Move(DRAFT, DETACH, DRAFT),
                    new Move(DRAFT, SUBMIT, SUBMITTED),
                    new Move(DRAFT, WITHDRAW, WITHDRAWN),
                    new Move(SUBMITTED, ACCEPT, ACCEPTED),
                    Move.telling(SUBMITTED, ACCEPT, AREA_ASSESSMENT, "area-assessment-opened.v1"),
                    new Move(SUBMITTED, DEEM_ACCEPTED, ACCEPTED),
                    Move.telling(
                            SUBMITTED, DEEM_ACCEPTED, AREA_ASSESSMENT, "area-assessment-opened.v1"),
                    new Move(SUBMITTED, REQUEST_CORRECTION, CORRECTION_REQUESTED),
                    new Move(SUBMITTED, DECLINE, NOT_ACCEPTED),
                    new Move(SUBMITTED, WITHDRAW, WITHDRAWN),
                    new Move(CORRECTION_REQUESTED, REVISE, CORRECTION_REQUESTED),
                    new Move(CORRECTION_REQUESTED, ATTACH, CORRECTION_REQUESTED),
                    new Move(CORRECTION_REQUESTED, SUBMIT, SUBMITTED),
                    new Move(CORRECTION_REQUESTED, WITHDRAW, WITHDRAWN),
                    new Move(CORRECTION_REQUESTED, LAPSE, LAPSED),
                    new Move(AREA_ASSESSMENT, ADMIT, ACCEPTED),
                    new Move(AREA_ASSESSMENT, REFUSE_ADMISSION, NOT_ACCEPTED),
                    new Move(AREA_ASSESSMENT, WITHDRAW, WITHDRAWN),
                    new Move(ACCEPTED, RECOMMEND, RECOMMENDED),
                    new Move(ACCEPTED, REFUSE_RECOMMENDATION, REJECTED),
                    new Move(ACCEPTED, OPEN_JOINT_REVIEW, JOINT_REVIEW),
                    new Move(ACCEPTED, WITHDRAW, WITHDRAWN),
                    new Move(RECOMMENDED, RECOMMEND, RECOMMENDED),
                    new Move(RECOMMENDED, REFUSE_RECOMMENDATION, REJECTED),
                    new Move(RECOMMENDED, OPEN_JOINT_REVIEW, JOINT_REVIEW),
                    new Move(RECOMMENDED, WITHDRAW, WITHDRAWN),
                    new Move(JOINT_REVIEW, GIVE_OPINION, JOINT_REVIEW),
                    Move.telling(
                            JOINT_REVIEW,
                            GIVE_OPINION,
                            SUPPLEMENT,
                            "opinion-given.v1",
                            "supplement-requested.v1"),
                    new Move(JOINT_REVIEW, EXTEND, JOINT_REVIEW),
                    new Move(JOINT_REVIEW, RECOGNISE, RECOGNISED),
                    Move.telling(JOINT_REVIEW, RECOGNISE, REJECTED, "request-rejected.v1"),
                    new Move(JOINT_REVIEW, REJECT, REJECTED),
                    new Move(JOINT_REVIEW, WITHDRAW, WITHDRAWN),
                    new Move(SUPPLEMENT, REVISE, SUPPLEMENT),
                    new Move(SUPPLEMENT, ATTACH, SUPPLEMENT),
                    new Move(SUPPLEMENT, SUPPLY, JOINT_REVIEW),
                    new Move(SUPPLEMENT, GIVE_OPINION, SUPPLEMENT),
                    Move.telling(
                            SUPPLEMENT,
                            GIVE_OPINION,
                            JOINT_REVIEW,
                            "opinion-given.v1",
                            "joint-review-resumed.v1"),
                    new Move(SUPPLEMENT, WITHDRAW, WITHDRAWN),
                    new Move(SUPPLEMENT, LAPSE, LAPSED),
                    new Move(RECOGNISED, PUBLISH, PUBLISHED));

    private Moves() {}

    /** The first of several: where it leads when nothing special happens. */
    public static Optional<Move> find(RequestStatus from, RequestAction action) {
        return TABLE.stream().filter(m -> m.from() == from && m.action() == action).findFirst();
    }

    /** Whether the table has exactly that. */
    static boolean has(RequestStatus from, RequestAction action, RequestStatus to) {
        return TABLE.stream()
                .anyMatch(m -> m.from() == from && m.action() == action && m.to() == to);
    }

    public static List<RequestAction> from(RequestStatus status) {
        return TABLE.stream().filter(m -> m.from() == status).map(Move::action).distinct().toList();
    }
}
