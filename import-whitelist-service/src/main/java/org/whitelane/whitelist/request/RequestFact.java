package org.whitelane.whitelist.request;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Question;
import org.whitelane.whitelist.document.Document;
import org.whitelane.whitelist.scheme.Deadline;
import org.whitelane.whitelist.scheme.PilotScheme.Level;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What happened to a request, beyond what the request itself now says. */
public sealed interface RequestFact {

    record Drafted() implements RequestFact {}

    record Revised() implements RequestFact {}

    record Attached(Document document) implements RequestFact {}

    record Detached(Document document) implements RequestFact {}

    record Submitted(Step step, DueDate acceptanceDue) implements RequestFact {}

    record CorrectionRequested(Step step) implements RequestFact {}

    record Accepted(Step step, DueDate decisionDue) implements RequestFact {}

    record Declined(Step step) implements RequestFact {}

    /**
     * @param assessors agency roles
     */
    record AreaAssessmentOpened(Step step, List<String> assessors) implements RequestFact {}

    /**
     * @param acceptedOn the day of receipt, from which the decision's limit counts
     */
    record DeemedAccepted(Step step, LocalDate acceptedOn, DueDate decisionDue)
            implements RequestFact {}

    /**
     * @param agency organisation of the lower level
     */
    record Recommended(Step step, String agency, String agencyRole, Level level)
            implements RequestFact {}

    /**
     * @param agencies organisations that owe an opinion
     */
    record JointReviewOpened(Step step, List<String> agencies) implements RequestFact {}

    record OpinionGiven(Opinion opinion) implements RequestFact {}

    /**
     * @param due when the applicant has to have supplied it; null where the scheme sets no limit
     */
    record SupplementRequested(Opinion opinion, @Nullable DueDate due) implements RequestFact {}

    /**
     * @param setAside agency roles that have to judge anew
     */
    record ReviewResumed(Step step, Cause cause, List<String> setAside, DueDate decisionDue)
            implements RequestFact {

        public enum Cause {
            SUPPLIED,
            ASK_TAKEN_BACK
        }
    }

    record DecisionExtended(Step step, Deadline by, DueDate decisionDue) implements RequestFact {}

    record Recognised(Step step, long organisationVersion, Ruling ruling) implements RequestFact {}

    record Rejected(Step step) implements RequestFact {}

    record Withdrawn(Step step) implements RequestFact {}

    /**
     * @param limit the one that has passed
     */
    record Lapsed(Step step, ClockReading.Limit limit) implements RequestFact {}

    record Published(Step step, UUID batch, List<UUID> entries) implements RequestFact {}

    /**
     * @param step the limit
     * @param heldBy agency roles; none when the applicant holds it
     */
    record DeadlineApproaching(String step, LocalDate dueOn, List<String> heldBy, LocalDate asOf)
            implements RequestFact {}

    /** The last day has passed. */
    record DeadlineMissed(String step, LocalDate dueOn, List<String> heldBy, LocalDate asOf)
            implements RequestFact {}

    /**
     * A calendar made it certain, or moved it.
     *
     * @param before as it was counted before
     */
    record DueDateChanged(String step, LocalDate dueOn, LocalDate before, LocalDate asOf)
            implements RequestFact {}

    record EligibilityQuestioned(Question question) implements RequestFact {}

    record EligibilityRestored(long organisationVersion) implements RequestFact {}

    /** Why, in the officer's words; kept in the private part of the journal too. */
    default @Nullable String reason() {
        return switch (this) {
            case CorrectionRequested(var step) -> String.join("; ", step.corrections());
            case Declined(var step) -> step.reason();
            case Rejected(var step) -> step.reason();
            case Withdrawn(var step) -> step.reason();
            case OpinionGiven(var opinion) -> opinion.reason();
            case SupplementRequested(var opinion, _) -> String.join("; ", opinion.needs());
            case DecisionExtended(var step, _, _) -> step.reason();
            case DeemedAccepted(var step, _, _) -> step.reason();
            case Lapsed(var step, _) -> step.reason();
            case EligibilityQuestioned(var question) -> String.join("; ", question.reasons());
            case Drafted _,
                    Revised _,
                    Attached _,
                    Detached _,
                    Submitted _,
                    Accepted _,
                    AreaAssessmentOpened _,
                    DeadlineApproaching _,
                    DeadlineMissed _,
                    DueDateChanged _,
                    Recommended _,
                    ReviewResumed _,
                    JointReviewOpened _,
                    Recognised _,
                    Published _,
                    EligibilityRestored _ ->
                    null;
        };
    }
}
