package org.whitelane.whitelist.request;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Question;

import java.util.List;
import java.util.UUID;

/** What happened to a request, beyond what the request itself now says. */
public sealed interface RequestFact {

    record Drafted() implements RequestFact {}

    record Revised() implements RequestFact {}

    record Submitted(Step step, DueDate acceptanceDue) implements RequestFact {}

    record CorrectionRequested(Step step) implements RequestFact {}

    record Accepted(Step step, DueDate decisionDue) implements RequestFact {}

    record Declined(Step step) implements RequestFact {}

    /**
     * @param agency organisation of the lower level
     */
    record Recommended(Step step, String agency, String agencyRole) implements RequestFact {}

    /**
     * @param agencies organisations that owe an opinion
     */
    record JointReviewOpened(Step step, List<String> agencies) implements RequestFact {}

    record OpinionGiven(Opinion opinion) implements RequestFact {}

    record Recognised(Step step, long organisationVersion) implements RequestFact {}

    record Rejected(Step step) implements RequestFact {}

    record Withdrawn(Step step) implements RequestFact {}

    record Published(Step step, UUID batch, List<UUID> entries) implements RequestFact {}

    record EligibilityQuestioned(Question question) implements RequestFact {}

    record EligibilityRestored(long organisationVersion) implements RequestFact {}

    /** Why, in the officer's words; kept in the private part of the journal too. */
    default @Nullable String reason() {
        return switch (this) {
            case CorrectionRequested(var step) -> String.join("; ", step.corrections());
            case Declined(var step) -> step.reason();
            case Rejected(var step) -> step.reason();
            case OpinionGiven(var opinion) -> opinion.reason();
            case EligibilityQuestioned(var question) -> String.join("; ", question.reasons());
            case Drafted _,
                    Revised _,
                    Submitted _,
                    Accepted _,
                    Recommended _,
                    JointReviewOpened _,
                    Recognised _,
                    Withdrawn _,
                    Published _,
                    EligibilityRestored _ ->
                    null;
        };
    }
}
