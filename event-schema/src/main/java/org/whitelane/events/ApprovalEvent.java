package org.whitelane.events;

import static org.whitelane.events.Audience.PUBLIC;
import static org.whitelane.events.Audience.REGULATOR;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What approval-service publishes: clinical-trial approvals (IND) for now. */
public sealed interface ApprovalEvent extends EventPayload {

    /**
     * A clinical-trial approval entered the register. Accepted, decided and announced are three
     * dates; each may be known to the month only ({@code 2025-07}) or not at all.
     *
     * @param acceptanceNumber CDE's, e.g. CXSL2200037
     * @param noticeNumber e.g. 2022LP00550; absent for some implied permissions
     * @param decision APPROVED, or IMPLIED when the legal period passed without a notice
     */
    @EventType(
            value = "org.whitelane.approval.ind-recorded.v1",
            topic = Topic.REGISTRATION,
            mail = true)
    record IndRecorded(
            @For(PUBLIC) String registrationId,
            @For(PUBLIC) String acceptanceNumber,
            @For(PUBLIC) @Nullable String noticeNumber,
            @For(PUBLIC) Product product,
            @For(PUBLIC) String decision,
            @For(PUBLIC) @Nullable PartialDate acceptedOn,
            @For(PUBLIC) @Nullable PartialDate decidedOn,
            @For(PUBLIC) @Nullable PartialDate announcedOn)
            implements ApprovalEvent {
        @Override
        public String subject() {
            return registrationId;
        }
    }

    /**
     * What the register says of an approval was wrong; these facts hold instead, as a whole.
     *
     * @param reason what was wrong
     * @param source where the right facts were read
     * @param supersedes the statement that these facts replace
     */
    @EventType(
            value = "org.whitelane.approval.ind-corrected.v1",
            topic = Topic.REGISTRATION,
            mail = true)
    record IndCorrected(
            @For(PUBLIC) String registrationId,
            @For(PUBLIC) String acceptanceNumber,
            @For(PUBLIC) @Nullable String noticeNumber,
            @For(PUBLIC) Product product,
            @For(PUBLIC) String decision,
            @For(PUBLIC) @Nullable PartialDate acceptedOn,
            @For(PUBLIC) @Nullable PartialDate decidedOn,
            @For(PUBLIC) @Nullable PartialDate announcedOn,
            @For(PUBLIC) String reason,
            @For(PUBLIC) String source,
            @For(PUBLIC) Supersedes supersedes)
            implements ApprovalEvent, Correction {
        @Override
        public String subject() {
            return registrationId;
        }
    }

    /**
     * The approval does not hold any more, or never did; the record stays in the register.
     *
     * @param source where the revocation was read
     * @param revokedOn from when on, as far as it is known
     * @param supersedes the statement that is taken back
     */
    @EventType(
            value = "org.whitelane.approval.ind-revoked.v1",
            topic = Topic.REGISTRATION,
            mail = true)
    record IndRevoked(
            @For(PUBLIC) String registrationId,
            @For(PUBLIC) String acceptanceNumber,
            @For(PUBLIC) @Nullable String noticeNumber,
            @For(PUBLIC) String reason,
            @For(PUBLIC) String source,
            @For(PUBLIC) @Nullable PartialDate revokedOn,
            @For(PUBLIC) Supersedes supersedes)
            implements ApprovalEvent, Correction {
        @Override
        public String subject() {
            return registrationId;
        }
    }

    /** A signed statement of how far a stream had come; aggregate id = the stream's name. */
    @EventType(
            value = "org.whitelane.approval.checkpoint-taken.v1",
            topic = Topic.APPROVAL_CHECKPOINT)
    record CheckpointTaken(
            @For(REGULATOR) String stream,
            @For(REGULATOR) Checkpoint checkpoint,
            @For(REGULATOR) String jws)
            implements ApprovalEvent, CheckpointEvent {
        @Override
        public String subject() {
            return stream;
        }
    }

    /**
     * @param modality CHEMICAL, BIOLOGIC or TCM
     * @param registrationClass e.g. 1, 2.2, 1.1; absent when the announcement did not say
     * @param cellOrGeneTherapy null when unknown
     */
    record Product(
            @For(PUBLIC) String nameZh,
            @For(PUBLIC) @Nullable String nameEn,
            @For(PUBLIC) @Nullable String strength,
            @For(PUBLIC) String sponsor,
            @For(PUBLIC) String modality,
            @For(PUBLIC) @Nullable String registrationClass,
            @For(PUBLIC) @Nullable Boolean cellOrGeneTherapy,
            @For(PUBLIC) List<String> indications) {}

    /**
     * @param value {@code yyyy-MM-dd} or {@code yyyy-MM}: a known month stays a month
     * @param source where it was read
     */
    record PartialDate(@For(PUBLIC) String value, @For(PUBLIC) String source) {}
}
