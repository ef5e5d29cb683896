package org.whitelane.events;

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
            int article, String opinion, List<String> conditions, @Nullable String reason) {}

    /**
     * What was decided about one article.
     *
     * @param article its place in the request, from 0
     * @param outcome RECOGNISED or REFUSED
     * @param reason why it was refused
     */
    record ItemRuled(
            int article,
            String nameEn,
            String outcome,
            List<String> conditions,
            @Nullable String reason) {}

    /**
     * A document that came with a request: what it is and what proves it, never its bytes.
     *
     * @param type code such as BUSINESS_LICENCE
     * @param sha256 of its bytes, in lower-case hexadecimal digits
     * @param size in bytes
     */
    record AttachedDocument(String type, String sha256, long size) {}

    /** The full content as submitted, for readers of the topic; the public list is masked. */
    @EventType(value = "org.whitelane.whitelist.request-submitted.v1", topic = Topic.REQUEST)
    record RequestSubmitted(
            String requestId,
            String requestNumber,
            String scheme,
            int schemeVersion,
            String organisationId,
            long organisationVersion,
            List<Article> articles,
            String projectName,
            String submittedOn,
            @Nullable String acceptanceDueOn,
            @Nullable Boolean outOfArea,
            @Nullable List<AttachedDocument> documents)
            implements RequestEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }

    /** Under a scheme that recognises units: without articles, which follow by filings. */
    @EventType(value = "org.whitelane.whitelist.unit-request-submitted.v1", topic = Topic.REQUEST)
    record UnitRequestSubmitted(
            String requestId,
            String requestNumber,
            String scheme,
            int schemeVersion,
            String organisationId,
            long organisationVersion,
            String projectName,
            String submittedOn,
            @Nullable String acceptanceDueOn,
            @Nullable Boolean outOfArea)
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
            String requestId, String requestNumber, List<String> corrections, String requestedOn)
            implements RequestEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.request-accepted.v1", topic = Topic.REQUEST)
    record RequestAccepted(
            String requestId,
            String requestNumber,
            String acceptedOn,
            @Nullable String decisionDueOn)
            implements RequestEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.request-not-accepted.v1", topic = Topic.REQUEST)
    record RequestNotAccepted(
            String requestId, String requestNumber, String reason, String decidedOn)
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
            String requestId,
            String requestNumber,
            String agency,
            String agencyRole,
            String recommendedOn,
            @Nullable String level)
            implements RequestEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.joint-review-opened.v1", topic = Topic.REQUEST)
    record JointReviewOpened(
            String requestId, String requestNumber, List<String> agencies, String openedOn)
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
            String requestId,
            String requestNumber,
            String agency,
            String agencyRole,
            String opinion,
            @Nullable String reason,
            String givenOn,
            @Nullable List<ItemJudged> items)
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
            String requestId,
            String requestNumber,
            String scheme,
            int schemeVersion,
            long organisationVersion,
            String recognisedOn,
            @Nullable List<ItemRuled> items,
            @Nullable String resolution)
            implements RequestEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.request-rejected.v1", topic = Topic.REQUEST)
    record RequestRejected(
            String requestId,
            String requestNumber,
            String reason,
            String remedy,
            String rejectedOn,
            @Nullable List<ItemRuled> items)
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
            String requestId,
            String requestNumber,
            String step,
            String basis,
            String dueOn,
            String lapsedOn)
            implements RequestEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.request-withdrawn.v1", topic = Topic.REQUEST)
    record RequestWithdrawn(String requestId, String requestNumber, String withdrawnOn)
            implements RequestEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.request-published.v1", topic = Topic.REQUEST)
    record RequestPublished(
            String requestId,
            String requestNumber,
            String batchId,
            List<String> entryIds,
            String publishedOn)
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
            String requestId, String requestNumber, List<String> reasons, long organisationVersion)
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
            String requestId, String requestNumber, List<String> assessors, String openedOn)
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
            String requestId,
            String requestNumber,
            String rule,
            String acceptedOn,
            String deemedOn,
            @Nullable String decisionDueOn)
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
            String requestId,
            String requestNumber,
            String agency,
            String agencyRole,
            List<String> needs,
            String requestedOn,
            @Nullable String supplementDueOn)
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
            String requestId,
            String requestNumber,
            String cause,
            List<Article> articles,
            List<String> opinionsSetAside,
            String resumedOn,
            @Nullable String decisionDueOn)
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
            String requestId,
            String requestNumber,
            String cause,
            List<String> opinionsSetAside,
            String resumedOn,
            @Nullable String decisionDueOn)
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
            String requestId,
            String requestNumber,
            int amount,
            String unit,
            String basis,
            String reason,
            String extendedOn,
            @Nullable String decisionDueOn)
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
            String requestId,
            String requestNumber,
            String step,
            String dueOn,
            List<String> heldBy,
            String asOf)
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
            String requestId,
            String requestNumber,
            String step,
            String dueOn,
            List<String> heldBy,
            String asOf)
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
            String requestId,
            String requestNumber,
            String step,
            String dueOn,
            @Nullable String before,
            String asOf)
            implements RequestEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }
}
