package org.whitelane.whitelist.request;

import static org.whitelane.whitelist.request.RequestAction.ACCEPT;
import static org.whitelane.whitelist.request.RequestAction.CREATE;
import static org.whitelane.whitelist.request.RequestAction.DECLINE;
import static org.whitelane.whitelist.request.RequestAction.GIVE_OPINION;
import static org.whitelane.whitelist.request.RequestAction.OPEN_JOINT_REVIEW;
import static org.whitelane.whitelist.request.RequestAction.PUBLISH;
import static org.whitelane.whitelist.request.RequestAction.RECOGNISE;
import static org.whitelane.whitelist.request.RequestAction.RECOMMEND;
import static org.whitelane.whitelist.request.RequestAction.REFUSE_RECOMMENDATION;
import static org.whitelane.whitelist.request.RequestAction.REJECT;
import static org.whitelane.whitelist.request.RequestAction.REQUEST_CORRECTION;
import static org.whitelane.whitelist.request.RequestAction.REVISE;
import static org.whitelane.whitelist.request.RequestAction.SUBMIT;
import static org.whitelane.whitelist.request.RequestAction.WITHDRAW;
import static org.whitelane.whitelist.request.RequestStatus.ACCEPTED;
import static org.whitelane.whitelist.request.RequestStatus.CORRECTION_REQUESTED;
import static org.whitelane.whitelist.request.RequestStatus.DRAFT;
import static org.whitelane.whitelist.request.RequestStatus.JOINT_REVIEW;
import static org.whitelane.whitelist.request.RequestStatus.NOT_ACCEPTED;
import static org.whitelane.whitelist.request.RequestStatus.PUBLISHED;
import static org.whitelane.whitelist.request.RequestStatus.RECOGNISED;
import static org.whitelane.whitelist.request.RequestStatus.RECOMMENDED;
import static org.whitelane.whitelist.request.RequestStatus.REJECTED;
import static org.whitelane.whitelist.request.RequestStatus.SUBMITTED;
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
                    new Move(DRAFT, SUBMIT, SUBMITTED),
                    new Move(DRAFT, WITHDRAW, WITHDRAWN),
                    new Move(SUBMITTED, ACCEPT, ACCEPTED),
                    new Move(SUBMITTED, REQUEST_CORRECTION, CORRECTION_REQUESTED),
                    new Move(SUBMITTED, DECLINE, NOT_ACCEPTED),
                    new Move(SUBMITTED, WITHDRAW, WITHDRAWN),
                    new Move(CORRECTION_REQUESTED, REVISE, CORRECTION_REQUESTED),
                    new Move(CORRECTION_REQUESTED, SUBMIT, SUBMITTED),
                    new Move(CORRECTION_REQUESTED, WITHDRAW, WITHDRAWN),
                    new Move(ACCEPTED, RECOMMEND, RECOMMENDED),
                    new Move(ACCEPTED, REFUSE_RECOMMENDATION, REJECTED),
                    new Move(ACCEPTED, OPEN_JOINT_REVIEW, JOINT_REVIEW),
                    new Move(ACCEPTED, WITHDRAW, WITHDRAWN),
                    new Move(RECOMMENDED, OPEN_JOINT_REVIEW, JOINT_REVIEW),
                    new Move(RECOMMENDED, WITHDRAW, WITHDRAWN),
                    new Move(JOINT_REVIEW, GIVE_OPINION, JOINT_REVIEW),
                    new Move(JOINT_REVIEW, RECOGNISE, RECOGNISED),
                    new Move(JOINT_REVIEW, REJECT, REJECTED),
                    new Move(JOINT_REVIEW, WITHDRAW, WITHDRAWN),
                    new Move(RECOGNISED, PUBLISH, PUBLISHED));

    private Moves() {}

    public static Optional<Move> find(RequestStatus from, RequestAction action) {
        return TABLE.stream().filter(m -> m.from() == from && m.action() == action).findFirst();
    }

    public static List<RequestAction> from(RequestStatus status) {
        return TABLE.stream().filter(m -> m.from() == status).map(Move::action).toList();
    }
}
