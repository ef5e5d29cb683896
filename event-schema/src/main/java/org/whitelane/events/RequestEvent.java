package org.whitelane.events;

import static org.whitelane.events.Audience.OWNER;
import static org.whitelane.events.Audience.REGULATOR;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What happened to a white-list request. Aggregate id = request id. */
public sealed interface RequestEvent extends WhitelistEvent {

    /**
     * What an agency thinks of one article.
     *
     * @param article its place in the request, from 0
     * @param opinion AGREE, DISAGREE, ABSTAIN or NEED_MORE
     */
    record ItemJudged(
            @For(REGULATOR) int article,
            @For(REGULATOR) String opinion,
            @For(REGULATOR) List<String> conditions,
            @For(REGULATOR) @Nullable String reason) {}

    /**
     * What was decided about one article.
     *
     * @param article its place in the request, from 0
     * @param outcome RECOGNISED or REFUSED
     * @param reason why it was refused
     */
    record ItemRuled(
            @For(OWNER) int article,
            @For(OWNER) String nameEn,
            @For(OWNER) String outcome,
            @For(OWNER) List<String> conditions,
            @For(OWNER) @Nullable String reason) {}

    /**
     * A document that came with a request: what it is and what proves it, never its bytes.
     *
     * @param type code such as BUSINESS_LICENCE
     * @param sha256 of its bytes, in lower-case hexadecimal digits
     * @param size in bytes
     */
    record AttachedDocument(
            @For(OWNER) String type, @For(OWNER) String sha256, @For(OWNER) long size) {}

    /** The full content as submitted, for readers of the topic; the public list is masked. */
    @EventType(value = "org.whitelane.whitelist.request-submitted.v1", topic = Topic.REQUEST)
    record RequestSubmitted(
            @For(OWNER) String requestId,
            @For(OWNER) String requestNumber,
            @For(OWNER) String scheme,
            @For(OWNER) int schemeVersion,
            @For(OWNER) String organisationId,
            @For(REGULATOR) long organisationVersion,
            @For(OWNER) List<Article> articles,
            @For(OWNER) String projectName,
            @For(OWNER) String submittedOn,
            @For(OWNER) @Nullable String acceptanceDueOn,
            @For(OWNER) @Nullable Boolean outOfArea,
            @For(OWNER) @Nullable List<AttachedDocument> documents)
            implements RequestEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }

    /** Under a scheme that recognises units: without articles, which follow by filings. */
    @EventType(value = "org.whitelane.whitelist.unit-request-submitted.v1", topic = Topic.REQUEST)
    record UnitRequestSubmitted(
            @For(OWNER) String requestId,
            @For(OWNER) String requestNumber,
            @For(OWNER) String scheme,
            @For(OWNER) int schemeVersion,
            @For(OWNER) String organisationId,
            @For(REGULATOR) long organisationVersion,
            @For(OWNER) String projectName,
            @For(OWNER) String submittedOn,
            @For(OWNER) @Nullable String acceptanceDueOn,
            @For(OWNER) @Nullable Boolean outOfArea)
            implements RequestEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }

    @EventType(
            value = "org.whitelane.whitelist.request-correction-requested.v1",
            topic = Topic.REQUEST)
    record RequestCorrectionRequested(
            @For(OWNER) String requestId,
            @For(OWNER) String requestNumber,
            @For(OWNER) List<String> corrections,
            @For(OWNER) String requestedOn)
            implements RequestEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.request-accepted.v1", topic = Topic.REQUEST)
    record RequestAccepted(
            @For(OWNER) String requestId,
            @For(OWNER) String requestNumber,
            @For(OWNER) String acceptedOn,
            @For(OWNER) @Nullable String decisionDueOn)
            implements RequestEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.request-not-accepted.v1", topic = Topic.REQUEST)
    record RequestNotAccepted(
            @For(OWNER) String requestId,
            @For(OWNER) String requestNumber,
            @For(OWNER) String reason,
            @For(OWNER) String decidedOn)
            implements RequestEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }

    /**
     * Only in schemes of two levels.
     *
     * @param agency organisation id of the lower level's agency
     */
    @EventType(value = "org.whitelane.whitelist.request-recommended.v1", topic = Topic.REQUEST)
    record RequestRecommended(
            @For(OWNER) String requestId,
            @For(OWNER) String requestNumber,
            @For(REGULATOR) String agency,
            @For(REGULATOR) String agencyRole,
            @For(OWNER) String recommendedOn,
            @For(OWNER) @Nullable String level)
            implements RequestEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.joint-review-opened.v1", topic = Topic.REQUEST)
    record JointReviewOpened(
            @For(OWNER) String requestId,
            @For(OWNER) String requestNumber,
            @For(REGULATOR) List<String> agencies,
            @For(OWNER) String openedOn)
            implements RequestEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }

    /**
     * @param agency organisation id of the member agency
     * @param opinion AGREE, DISAGREE, ABSTAIN or NEED_MORE
     */
    @EventType(value = "org.whitelane.whitelist.opinion-given.v1", topic = Topic.REQUEST)
    record OpinionGiven(
            @For(REGULATOR) String requestId,
            @For(REGULATOR) String requestNumber,
            @For(REGULATOR) String agency,
            @For(REGULATOR) String agencyRole,
            @For(REGULATOR) String opinion,
            @For(REGULATOR) @Nullable String reason,
            @For(REGULATOR) String givenOn,
            @For(REGULATOR) @Nullable List<ItemJudged> items)
            implements RequestEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }

    /**
     * @param organisationVersion the version of the party's record that the decision saw
     */
    @EventType(value = "org.whitelane.whitelist.request-recognised.v1", topic = Topic.REQUEST)
    record RequestRecognised(
            @For(OWNER) String requestId,
            @For(OWNER) String requestNumber,
            @For(OWNER) String scheme,
            @For(OWNER) int schemeVersion,
            @For(REGULATOR) long organisationVersion,
            @For(OWNER) String recognisedOn,
            @For(OWNER) @Nullable List<ItemRuled> items,
            @For(OWNER) @Nullable String resolution)
            implements RequestEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.request-rejected.v1", topic = Topic.REQUEST)
    record RequestRejected(
            @For(OWNER) String requestId,
            @For(OWNER) String requestNumber,
            @For(OWNER) String reason,
            @For(OWNER) String remedy,
            @For(OWNER) String rejectedOn,
            @For(OWNER) @Nullable List<ItemRuled> items)
            implements RequestEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }

    /**
     * The applicant did not answer in time.
     *
     * @param step the limit: correction or supplement
     * @param basis where the limit stands
     * @param dueOn its last day
     */
    @EventType(value = "org.whitelane.whitelist.request-lapsed.v1", topic = Topic.REQUEST)
    record RequestLapsed(
            @For(OWNER) String requestId,
            @For(OWNER) String requestNumber,
            @For(OWNER) String step,
            @For(OWNER) String basis,
            @For(OWNER) String dueOn,
            @For(OWNER) String lapsedOn)
            implements RequestEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.request-withdrawn.v1", topic = Topic.REQUEST)
    record RequestWithdrawn(
            @For(OWNER) String requestId,
            @For(OWNER) String requestNumber,
            @For(OWNER) String withdrawnOn)
            implements RequestEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.request-published.v1", topic = Topic.REQUEST)
    record RequestPublished(
            @For(OWNER) String requestId,
            @For(OWNER) String requestNumber,
            @For(OWNER) String batchId,
            @For(OWNER) List<String> entryIds,
            @For(OWNER) String publishedOn)
            implements RequestEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }

    /**
     * A request or an entry decided before we knew of a flag: said so, for the agencies to look at.
     */
    @EventType(
            value = "org.whitelane.whitelist.request-eligibility-questioned.v1",
            topic = Topic.REQUEST)
    record RequestEligibilityQuestioned(
            @For(OWNER) String requestId,
            @For(OWNER) String requestNumber,
            @For(OWNER) List<String> reasons,
            @For(OWNER) long organisationVersion)
            implements RequestEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }

    /**
     * A unit from outside the scheme's area, that the scheme lets apply, is assessed first.
     *
     * @param assessors agency roles
     */
    @EventType(value = "org.whitelane.whitelist.area-assessment-opened.v1", topic = Topic.REQUEST)
    record AreaAssessmentOpened(
            @For(OWNER) String requestId,
            @For(OWNER) String requestNumber,
            @For(REGULATOR) List<String> assessors,
            @For(OWNER) String openedOn)
            implements RequestEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }

    /**
     * Nobody answered in time, and the scheme says that silence accepts.
     *
     * @param rule the clause that says so
     * @param acceptedOn the day of receipt
     * @param deemedOn the day on which it was found
     */
    @EventType(value = "org.whitelane.whitelist.request-deemed-accepted.v1", topic = Topic.REQUEST)
    record RequestDeemedAccepted(
            @For(OWNER) String requestId,
            @For(OWNER) String requestNumber,
            @For(OWNER) String rule,
            @For(OWNER) String acceptedOn,
            @For(OWNER) String deemedOn,
            @For(OWNER) @Nullable String decisionDueOn)
            implements RequestEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }

    /**
     * A member needs more: the decision's limit stands still.
     *
     * @param needs what is asked of the applicant
     */
    @EventType(value = "org.whitelane.whitelist.supplement-requested.v1", topic = Topic.REQUEST)
    record SupplementRequested(
            @For(OWNER) String requestId,
            @For(OWNER) String requestNumber,
            @For(REGULATOR) String agency,
            @For(REGULATOR) String agencyRole,
            @For(OWNER) List<String> needs,
            @For(OWNER) String requestedOn,
            @For(OWNER) @Nullable String supplementDueOn)
            implements RequestEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }

    /**
     * The decision's limit goes on.
     *
     * @param cause SUPPLIED or ASK_TAKEN_BACK
     * @param articles as they are now
     * @param opinionsSetAside agency roles that judge anew
     */
    @EventType(value = "org.whitelane.whitelist.joint-review-resumed.v1", topic = Topic.REQUEST)
    record JointReviewResumed(
            @For(OWNER) String requestId,
            @For(OWNER) String requestNumber,
            @For(OWNER) String cause,
            @For(OWNER) List<Article> articles,
            @For(REGULATOR) List<String> opinionsSetAside,
            @For(OWNER) String resumedOn,
            @For(OWNER) @Nullable String decisionDueOn)
            implements RequestEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }

    /**
     * Of a request without articles.
     *
     * @param cause SUPPLIED or ASK_TAKEN_BACK
     */
    @EventType(value = "org.whitelane.whitelist.unit-review-resumed.v1", topic = Topic.REQUEST)
    record UnitReviewResumed(
            @For(OWNER) String requestId,
            @For(OWNER) String requestNumber,
            @For(OWNER) String cause,
            @For(REGULATOR) List<String> opinionsSetAside,
            @For(OWNER) String resumedOn,
            @For(OWNER) @Nullable String decisionDueOn)
            implements RequestEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }

    /**
     * By approval, once.
     *
     * @param unit WORKING_DAY or DAY
     */
    @EventType(value = "org.whitelane.whitelist.decision-extended.v1", topic = Topic.REQUEST)
    record DecisionExtended(
            @For(OWNER) String requestId,
            @For(OWNER) String requestNumber,
            @For(OWNER) int amount,
            @For(OWNER) String unit,
            @For(OWNER) String basis,
            @For(OWNER) String reason,
            @For(OWNER) String extendedOn,
            @For(OWNER) @Nullable String decisionDueOn)
            implements RequestEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }

    /**
     * Told once per request, step and due day.
     *
     * @param step the limit
     * @param heldBy agency roles; none when the applicant holds it
     */
    @EventType(value = "org.whitelane.whitelist.deadline-approaching.v1", topic = Topic.REQUEST)
    record DeadlineApproaching(
            @For(OWNER) String requestId,
            @For(OWNER) String requestNumber,
            @For(OWNER) String step,
            @For(OWNER) String dueOn,
            @For(REGULATOR) List<String> heldBy,
            @For(OWNER) String asOf)
            implements RequestEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }

    /**
     * The last day has passed; told once per request, step and due day.
     *
     * @param step the limit
     * @param heldBy agency roles; none when the applicant holds it
     */
    @EventType(value = "org.whitelane.whitelist.deadline-missed.v1", topic = Topic.REQUEST)
    record DeadlineMissed(
            @For(OWNER) String requestId,
            @For(OWNER) String requestNumber,
            @For(OWNER) String step,
            @For(OWNER) String dueOn,
            @For(REGULATOR) List<String> heldBy,
            @For(OWNER) String asOf)
            implements RequestEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }

    /**
     * A calendar arrived on which the due day rests.
     *
     * @param before as it was counted before; absent when the day stays and is certain now
     */
    @EventType(value = "org.whitelane.whitelist.due-date-changed.v1", topic = Topic.REQUEST)
    record DueDateChanged(
            @For(OWNER) String requestId,
            @For(OWNER) String requestNumber,
            @For(OWNER) String step,
            @For(OWNER) String dueOn,
            @For(OWNER) @Nullable String before,
            @For(OWNER) String asOf)
            implements RequestEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }
}
