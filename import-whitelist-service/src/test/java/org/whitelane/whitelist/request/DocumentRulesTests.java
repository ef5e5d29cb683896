package org.whitelane.whitelist.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whitelane.whitelist.support.Fixtures.enterprise;
import static org.whitelane.whitelist.support.Fixtures.tianjin;
import static org.whitelane.whitelist.support.Fixtures.tianjinFile;

import org.junit.jupiter.api.Test;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.core.Json;
import org.whitelane.whitelist.party.PartyKnowledge;
import org.whitelane.whitelist.scheme.Deadline;
import org.whitelane.whitelist.scheme.PilotScheme;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A request has the licence, and nothing else. */
class DocumentRulesTests {

    private static final String REQUIRED =
            """
            [{"type": "BUSINESS_LICENCE", "kinds": ["NEW", "RENEWAL"], "basis": "a test, 1"},
             {"type": "PROJECT_PLAN", "kinds": ["NEW", "ADD_ITEM"], "basis": "a test, 2"},
             {"type": "CRO_CONTRACT", "kinds": ["NEW"], "basis": "a test, 3"},
             {"type": "CHANGE_REASON", "kinds": ["CHANGE"], "basis": "a test, 4"}]\
            """;

    @Test
    void everyTypeThatIsMissingIsNamedWithItsBasis() {
        assertThat(against(requiring("null"), false))
                .extracting(Finding::detail)
                .containsExactly(
                        "Should have a document PROJECT_PLAN (a test, 2).",
                        "Should have a document CRO_CONTRACT (a test, 3).");
    }

    @Test
    void theyAreToldWithWhateverElseIsWrong() {
        var content = Cases.in(RequestStatus.DRAFT).content();
        var nobody =
                new RequestContent(
                        content.kind(),
                        content.items(),
                        content.project(),
                        null,
                        content.commitmentSignedOn(),
                        List.of());
        var outcome =
                RequestDecider.decide(
                        Cases.in(RequestStatus.DRAFT).withContent(nobody),
                        new RequestCommand.Submit(),
                        Cases.rightOfficer(Who.APPLICANT),
                        Cases.deliberation(
                                requiring("null"), new PartyKnowledge.Known(enterprise())));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused ->
                                assertThat(refused.findings())
                                        .extracting(Finding::code)
                                        .containsExactly(
                                                "person-missing",
                                                "document-missing",
                                                "document-missing",
                                                "document-missing"));
    }

    @Test
    void whatIsNotKnownIsNotAskedFor() {
        assertThat(
                        DocumentRules.against(
                                Cases.in(RequestStatus.DRAFT), tianjin(), Cases.unlisted()))
                .isEmpty();
    }

    @Test
    void aListedUnitHandsInNoneWhereTheSchemeSaysSo() {
        assertThat(against(requiring("true"), true)).isEmpty();
        assertThat(against(requiring("true"), false)).hasSize(2);
        assertThat(against(requiring("false"), true)).hasSize(2);
        assertThat(against(requiring("null"), true)).hasSize(2);
    }

    @Test
    void theSameFileOfTheSameTypeComesOnce() {
        var request = Cases.in(RequestStatus.DRAFT);

        assertThat(refusal(new Attaching(request).attach(Cases.document("BUSINESS_LICENCE"), 5)))
                .isEqualTo(Refusal.DOCUMENT_TWICE);
        assertThat(refusal(new Attaching(request).attach(Cases.document("PROJECT_PLAN"), 1)))
                .isEqualTo(Refusal.TOO_MANY_DOCUMENTS);
        assertThat(refusal(new Attaching(request).detach(UUID.randomUUID())))
                .isEqualTo(Refusal.NOT_FOUND);
    }

    @Test
    void aNewTextKeepsTheDocuments() {
        var outcome = Cases.decide(Cases.in(RequestStatus.DRAFT), RequestAction.REVISE);

        assertThat(((Outcome.Accepted) outcome).request().content().documents())
                .containsExactly(Cases.LICENCE);
    }

    private static Refusal refusal(Outcome outcome) {
        return ((Outcome.Refused) outcome).code();
    }

    private static List<Finding> against(PilotScheme scheme, boolean listed) {
        return DocumentRules.against(
                Cases.in(RequestStatus.DRAFT),
                scheme,
                new Listed(listed, Map.of(), new Deadline(30, Deadline.Unit.DAY, "-", true)));
    }

    private static PilotScheme requiring(String shortForm) {
        return Json.read(
                tianjinFile()
                        .replace(
                                "\"requiredDocuments\": null", "\"requiredDocuments\": " + REQUIRED)
                        .replaceFirst(
                                "\"repeatApplicantShortForm\": \\w+",
                                "\"repeatApplicantShortForm\": " + shortForm),
                PilotScheme.class);
    }
}
