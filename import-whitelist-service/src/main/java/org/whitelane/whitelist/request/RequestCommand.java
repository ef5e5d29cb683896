package org.whitelane.whitelist.request;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.document.Document;
import org.whitelane.whitelist.scheme.PilotScheme;

import java.util.List;
import java.util.UUID;

/** What somebody wants done with a request. */
public sealed interface RequestCommand {

    default RequestAction action() {
        return switch (this) {
            case Revise _ -> RequestAction.REVISE;
            case Submit _ -> RequestAction.SUBMIT;
            case Accept _ -> RequestAction.ACCEPT;
            case RequestCorrection _ -> RequestAction.REQUEST_CORRECTION;
            case Decline _ -> RequestAction.DECLINE;
            case Recommend _ -> RequestAction.RECOMMEND;
            case RefuseRecommendation _ -> RequestAction.REFUSE_RECOMMENDATION;
            case OpenJointReview _ -> RequestAction.OPEN_JOINT_REVIEW;
            case Admit _ -> RequestAction.ADMIT;
            case RefuseAdmission _ -> RequestAction.REFUSE_ADMISSION;
            case DeemAccepted _ -> RequestAction.DEEM_ACCEPTED;
            case Supply _ -> RequestAction.SUPPLY;
            case Extend _ -> RequestAction.EXTEND;
            case GiveOpinion _ -> RequestAction.GIVE_OPINION;
            case Recognise _ -> RequestAction.RECOGNISE;
            case Reject _ -> RequestAction.REJECT;
            case Withdraw _ -> RequestAction.WITHDRAW;
            case Lapse _ -> RequestAction.LAPSE;
            case Publish _ -> RequestAction.PUBLISH;
            case Attach _ -> RequestAction.ATTACH;
            case Detach _ -> RequestAction.DETACH;
        };
    }

    record Revise(RequestWish wish) implements RequestCommand {}

    record Submit() implements RequestCommand {}

    record Accept() implements RequestCommand {}

    /**
     * @param corrections the full list, since it can be asked for only once
     */
    record RequestCorrection(List<String> corrections) implements RequestCommand {}

    record Decline(String reason) implements RequestCommand {}

    record Recommend() implements RequestCommand {}

    /**
     * @param remedy where and until when the applicant can appeal
     */
    record RefuseRecommendation(String reason, String remedy) implements RequestCommand {}

    record OpenJointReview() implements RequestCommand {}

    /** The unit from outside the area is let in. */
    record Admit() implements RequestCommand {}

    record RefuseAdmission(String reason) implements RequestCommand {}

    /** Nobody said anything in time. */
    record DeemAccepted() implements RequestCommand {}

    /**
     * @param most how many documents a request may have
     */
    record Attach(Document document, int most) implements RequestCommand {}

    record Detach(UUID document) implements RequestCommand {}

    /** What was asked for is there. */
    record Supply() implements RequestCommand {}

    record Extend(String reason) implements RequestCommand {}

    /**
     * @param items where an article is judged apart
     * @param needs what is asked of the applicant; only with NEED_MORE
     */
    record GiveOpinion(
            Opinion.Kind opinion,
            @Nullable String reason,
            List<Opinion.ItemOpinion> items,
            List<String> needs)
            implements RequestCommand {

        public GiveOpinion(Opinion.Kind opinion, @Nullable String reason) {
            this(opinion, reason, List.of(), List.of());
        }
    }

    /**
     * @param items where an article is refused, or recognised under further conditions
     * @param resolution of the meeting that settled what was not agreed
     * @param remedy where and until when the applicant can appeal; for when nothing is recognised
     */
    record Recognise(
            List<Ruling.ItemRuling> items,
            Ruling.@Nullable Resolution resolution,
            @Nullable String remedy)
            implements RequestCommand {

        public Recognise() {
            this(List.of(), null, null);
        }
    }

    /**
     * @param remedy where and until when the applicant can appeal
     */
    record Reject(String reason, String remedy) implements RequestCommand {}

    /**
     * @param reason where it is not the applicant's own wish
     */
    record Withdraw(@Nullable String reason) implements RequestCommand {

        public Withdraw() {
            this(null);
        }
    }

    /** What the applicant was asked for did not come in time. */
    record Lapse() implements RequestCommand {

        /** The steps that are the applicant's. */
        public static final List<String> LIMITS =
                List.of(PilotScheme.CORRECTION, PilotScheme.SUPPLEMENT);
    }

    /** Comes from a batch only. */
    record Publish(UUID batch, List<UUID> entries) implements RequestCommand {}
}
