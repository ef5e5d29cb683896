package org.whitelane.whitelist.request;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** What somebody wants done with a request. */
public sealed interface RequestCommand {

    RequestAction action();

    /**
     * @param scheme as first drafted: another one is another request
     */
    record Revise(String scheme, RequestContent content) implements RequestCommand {
        @Override
        public RequestAction action() {
            return RequestAction.REVISE;
        }
    }

    record Submit() implements RequestCommand {
        @Override
        public RequestAction action() {
            return RequestAction.SUBMIT;
        }
    }

    record Accept() implements RequestCommand {
        @Override
        public RequestAction action() {
            return RequestAction.ACCEPT;
        }
    }

    /**
     * @param corrections the full list, since it can be asked for only once
     */
    record RequestCorrection(List<String> corrections) implements RequestCommand {
        @Override
        public RequestAction action() {
            return RequestAction.REQUEST_CORRECTION;
        }
    }

    record Decline(String reason) implements RequestCommand {
        @Override
        public RequestAction action() {
            return RequestAction.DECLINE;
        }
    }

    record Recommend() implements RequestCommand {
        @Override
        public RequestAction action() {
            return RequestAction.RECOMMEND;
        }
    }

    /**
     * @param remedy where and until when the applicant can appeal
     */
    record RefuseRecommendation(String reason, String remedy) implements RequestCommand {
        @Override
        public RequestAction action() {
            return RequestAction.REFUSE_RECOMMENDATION;
        }
    }

    record OpenJointReview() implements RequestCommand {
        @Override
        public RequestAction action() {
            return RequestAction.OPEN_JOINT_REVIEW;
        }
    }

    record GiveOpinion(Opinion.Kind opinion, @Nullable String reason) implements RequestCommand {
        @Override
        public RequestAction action() {
            return RequestAction.GIVE_OPINION;
        }
    }

    record Recognise() implements RequestCommand {
        @Override
        public RequestAction action() {
            return RequestAction.RECOGNISE;
        }
    }

    /**
     * @param remedy where and until when the applicant can appeal
     */
    record Reject(String reason, String remedy) implements RequestCommand {
        @Override
        public RequestAction action() {
            return RequestAction.REJECT;
        }
    }

    record Withdraw() implements RequestCommand {
        @Override
        public RequestAction action() {
            return RequestAction.WITHDRAW;
        }
    }

    /** Comes from a batch only. */
    record Publish(UUID batch, List<UUID> entries) implements RequestCommand {
        @Override
        public RequestAction action() {
            return RequestAction.PUBLISH;
        }
    }
}
