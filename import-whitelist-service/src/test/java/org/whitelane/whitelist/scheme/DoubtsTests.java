package org.whitelane.whitelist.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whitelane.whitelist.support.Fixtures.TODAY;

import org.junit.jupiter.api.Test;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.core.Question;

import java.util.List;

class DoubtsTests {

    private final Eligibility flagged = ineligible("flagged");
    private final Eligibility fine = new Eligibility.Eligible(9);

    @Test
    void raisesAQuestionOnce() {
        var raised = raised(List.of(), flagged);

        assertThat(raised.question()).isEqualTo(new Question(List.of("flagged"), 8, TODAY, null));
        assertThat(Doubts.after(raised.questions(), flagged, TODAY))
                .isInstanceOf(Doubts.Unchanged.class);
    }

    @Test
    void asksAgainForAnotherReason() {
        var raised = raised(raised(List.of(), flagged).questions(), ineligible("suspended"));

        assertThat(raised.questions()).extracting(Question::stands).containsExactly(false, true);
    }

    @Test
    void settlesWhenTheUnitIsEligibleAgain() {
        var raised = raised(List.of(), flagged);

        assertThat(Doubts.after(raised.questions(), fine, TODAY))
                .isInstanceOfSatisfying(
                        Doubts.Settled.class,
                        settled -> {
                            assertThat(settled.organisationVersion()).isEqualTo(9);
                            assertThat(settled.questions())
                                    .extracting(Question::settledOn)
                                    .containsExactly(TODAY);
                        });
    }

    @Test
    void leavesWhatIsFineAlone() {
        assertThat(Doubts.after(List.of(), fine, TODAY)).isInstanceOf(Doubts.Unchanged.class);
        assertThat(Doubts.after(List.of(), new Eligibility.NotKnownYet("?"), TODAY))
                .isInstanceOf(Doubts.Unchanged.class);
    }

    private static Eligibility ineligible(String reason) {
        return new Eligibility.Ineligible(List.of(new Finding("", "credit-ok", reason)), 8);
    }

    private static Doubts.Raised raised(List<Question> before, Eligibility eligibility) {
        return (Doubts.Raised) Doubts.after(before, eligibility, TODAY);
    }
}
