package org.whitelane.events;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What import-whitelist-service publishes: schemes, requests, batches and entries. */
public sealed interface WhitelistEvent extends EventPayload {

    /** Aggregate id = scheme code. */
    @EventType(value = "org.whitelane.whitelist.scheme-version-activated.v1", topic = Topic.SCHEME)
    record SchemeVersionActivated(
            String scheme,
            int version,
            String nameZh,
            String nameEn,
            String policyDocument,
            String effectiveFrom,
            @Nullable String effectiveTo)
            implements WhitelistEvent {
        @Override
        public String subject() {
            return scheme;
        }
    }

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
            @Nullable String acceptanceDueOn)
            implements WhitelistEvent {
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
            implements WhitelistEvent {
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
            implements WhitelistEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.request-not-accepted.v1", topic = Topic.REQUEST)
    record RequestNotAccepted(
            String requestId, String requestNumber, String reason, String decidedOn)
            implements WhitelistEvent {
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
            String recommendedOn)
            implements WhitelistEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.joint-review-opened.v1", topic = Topic.REQUEST)
    record JointReviewOpened(
            String requestId, String requestNumber, List<String> agencies, String openedOn)
            implements WhitelistEvent {
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
            String givenOn)
            implements WhitelistEvent {
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
            String recognisedOn)
            implements WhitelistEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.request-rejected.v1", topic = Topic.REQUEST)
    record RequestRejected(
            String requestId, String requestNumber, String reason, String remedy, String rejectedOn)
            implements WhitelistEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.request-withdrawn.v1", topic = Topic.REQUEST)
    record RequestWithdrawn(String requestId, String requestNumber, String withdrawnOn)
            implements WhitelistEvent {
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
            implements WhitelistEvent {
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
            implements WhitelistEvent {
        @Override
        public String subject() {
            return requestId;
        }
    }

    /**
     * Small on purpose: ids and counts here, one {@link EntryActivated} per entry.
     *
     * @param entriesDigest SHA-256, hexadecimal, over the entry ids in order, each followed by a
     *     line feed
     */
    @EventType(
            value = "org.whitelane.whitelist.batch-published.v1",
            topic = Topic.BATCH,
            mail = true)
    record BatchPublished(
            String batchId,
            String scheme,
            String schemeNameZh,
            String schemeNameEn,
            int number,
            String decisionDocument,
            String publishedOn,
            int organisations,
            int entries,
            List<String> entryIds,
            String entriesDigest)
            implements WhitelistEvent {
        @Override
        public String subject() {
            return batchId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.entry-activated.v1", topic = Topic.ENTRY)
    record EntryActivated(
            String entryId,
            String entryNumber,
            String batchId,
            String requestId,
            String scheme,
            int schemeVersion,
            String organisationId,
            long organisationVersion,
            Article article,
            List<String> waivedDocuments,
            String validFrom,
            @Nullable String validTo)
            implements WhitelistEvent {
        @Override
        public String subject() {
            return entryId;
        }
    }

    @EventType(
            value = "org.whitelane.whitelist.entry-eligibility-questioned.v1",
            topic = Topic.ENTRY)
    record EntryEligibilityQuestioned(
            String entryId, String entryNumber, List<String> reasons, long organisationVersion)
            implements WhitelistEvent {
        @Override
        public String subject() {
            return entryId;
        }
    }

    /**
     * @param casNumber absent for most biologics
     * @param hsCode 10-digit declaration code
     * @param manufacturerCountry ISO 3166-1 alpha-3, as originCountry
     * @param use PRECLINICAL_RESEARCH, PROCESS_MATERIAL, EXCIPIENT, …
     */
    record Article(
            String nameZh,
            String nameEn,
            @Nullable String casNumber,
            String hsCode,
            String specification,
            Quantity quantity,
            String manufacturer,
            String manufacturerCountry,
            String originCountry,
            String use) {}

    /**
     * @param amount decimal string without exponent
     * @param unit g, kg, mL, L, vial or piece
     */
    record Quantity(String amount, String unit) {}
}
