package org.whitelane.whitelist.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whitelane.whitelist.support.Table.draft;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.BatchTable;
import org.whitelane.whitelist.support.Race;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.WhitelistApi.Answer;

import java.util.List;
import java.util.Map;

/** Two at one batch: over HTTP, on a real database, off at a barrier. Exactly one wins. */
class BatchRaceTests extends ServiceTestBase {

    private static final Map<String, String> REASON = Map.of("reason", "a test");

    private BatchTable batches;
    private Officer applicant;
    private String request;

    @BeforeEach
    void recognise() {
        batches = new BatchTable(api, "TJ-2022", table.office());
        applicant = table.enterprise("示例竞争（虚构）");
        request = table.request(applicant, draft("Dextran", "9004-54-0"), "RECOGNISED");
    }

    @RepeatedTest(3)
    void twoOfficersFreezeOneBatch() {
        var batch = batches.open(request).expect(201).text("id");
        assertOneWins(
                200,
                Race.run(
                        () -> batches.freeze(batch),
                        () -> post(batches.second(), batch, "freezing", Map.of())));
        assertThat(show(batch).body().at("/seal/round").asInt()).isEqualTo(1);
    }

    @RepeatedTest(3)
    void twoOfficersPublishOneBatch() {
        var batch = batches.signed(request);
        var third =
                new Officer("office-third", table.office().organisation(), table.office().roles());
        assertOneWins(
                201,
                Race.run(
                        () -> batches.publish(batch),
                        () -> post(third, batch, "publication", Map.of())));
        assertThat(show(batch).body().path("entries")).hasSize(1);
        await().untilAsserted(
                        () -> assertThat(events.typesOf(batch)).containsExactly("BatchPublished"));
    }

    /** Without versions the state decides: there is no list with an opened seal. */
    @RepeatedTest(3)
    void oneOpensTheSealWhileAnotherPublishes() {
        var batch = batches.signed(request);
        var answers =
                Race.run(
                        () -> batches.publish(batch),
                        () -> post(table.office(), batch, "unfreezing", REASON));
        assertThat(answers).extracting(Answer::status).containsAnyOf(200, 201).contains(409);
        var published = answers.getFirst().status() == 201;
        assertThat(show(batch).text("status")).isEqualTo(published ? "PUBLISHED" : "ASSEMBLING");
        assertThat(show(batch).body().path("entries")).hasSize(published ? 1 : 0);
    }

    /** What was recognised is decided: its unit gets the entry, or asks for its removal later. */
    @RepeatedTest(3)
    void aUnitWithdrawsWhatIsBeingPublished() {
        var batch = batches.signed(request);
        var answers =
                Race.run(
                        () -> batches.publish(batch),
                        () -> api.move(applicant, request, "withdrawal"));
        assertThat(answers.stream().map(Answer::status).toList())
                .as("exactly one of both is done")
                .isIn(List.of(201, 409), List.of(409, 200));
        var done = answers.getFirst().status() == 201;
        assertThat(api.get(applicant, "/requests/" + request).text("status"))
                .isEqualTo(done ? "PUBLISHED" : "WITHDRAWN");
        assertThat(show(batch).body().path("entries")).hasSize(done ? 1 : 0);
    }

    /** Both acted on what they had read: the later one has to read again. */
    @RepeatedTest(3)
    void anAgencySignsWhatAnOfficerOpensAgain() {
        var batch = batches.open(request).expect(201).text("id");
        var version = batches.freeze(batch).expect(200).text("version");
        var customs = batches.signer("CUSTOMS");
        var statement = api.get(customs.officer(), "/batches/" + batch + "/statement").expect(200);
        var signature =
                Map.of(
                        "jws", customs.sign(statement.text("statement")),
                        "signedOn", statement.text("signedOn"));
        var path = "/batches/" + batch;
        var answers =
                Race.run(
                        () ->
                                api.postIf(
                                        version,
                                        customs.officer(),
                                        path + "/signatures",
                                        signature),
                        () -> api.postIf(version, table.office(), path + "/unfreezing", REASON));
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 412);
        var signed = answers.getFirst().status() == 200;
        assertThat(show(batch).text("status")).isEqualTo(signed ? "FROZEN" : "ASSEMBLING");
        assertThat(show(batch).body().at("/seal/signatures")).hasSize(signed ? 1 : 0);
        if (!signed) {
            batches.freeze(batch).expect(200);
            assertThat(post(customs.officer(), batch, "signatures", signature).code())
                    .as("it was made for the round before")
                    .isEqualTo("signature-refused");
        }
    }

    private static void assertOneWins(int won, List<Answer> answers) {
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(won, 409);
    }

    private Answer show(String batch) {
        return api.get(table.office(), "/batches/" + batch).expect(200);
    }

    private Answer post(Officer officer, String batch, String move, Object body) {
        return api.post(officer, "/batches/" + batch + "/" + move, body);
    }
}
