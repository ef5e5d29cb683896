package org.whitelane.whitelist.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whitelane.whitelist.support.Table.draft;

import org.junit.jupiter.api.RepeatedTest;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.Fixtures;
import org.whitelane.whitelist.support.Race;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.WhitelistApi.Answer;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/** Two officers decide at once: over HTTP, on a real database, off at a barrier. */
class RequestRaceTests extends ServiceTestBase {

    @RepeatedTest(5)
    void letsExactlyOneOfTwoDecisionsWin() {
        var request =
                table.request(
                        table.enterprise("示例甲（虚构）"), draft("Dextran", "9004-54-0"), "SUBMITTED");
        var colleague =
                new Officer("intake-2", table.intake().organisation(), Set.of("INTAKE_OFFICER"));

        var answers =
                Race.run(
                        () -> api.move(table.intake(), request, "acceptance"),
                        () ->
                                api.post(
                                        colleague,
                                        "/requests/" + request + "/non-acceptance",
                                        Map.of("reason", "not in remit")));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        assertThat(answers).extracting(Answer::code).contains("illegal-move");
        await().untilAsserted(() -> assertThat(events.of(request)).hasSize(2));
    }

    @RepeatedTest(3)
    void letsEveryAgencySpeakAtOnce() {
        var request =
                table.request(
                        table.enterprise("示例乙（虚构）"), draft("Dextran", "9004-54-0"), "JOINT_REVIEW");

        var answers =
                Race.run(
                        Fixtures.AGENCIES.stream()
                                .<Callable<Answer>>map(
                                        role ->
                                                () ->
                                                        api.opine(
                                                                table.reviewer(role),
                                                                request,
                                                                "AGREE"))
                                .toArray(RequestRaceTests::callables));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        api.move(table.office(), request, "recognition").expect(200);
    }

    /** An opinion can be changed, so both are taken; one stands, both stay in the record. */
    @RepeatedTest(3)
    void keepsBothOpinionsOfAnAgencyAndCountsOne() {
        var request =
                table.request(
                        table.enterprise("示例丙（虚构）"), draft("Dextran", "9004-54-0"), "JOINT_REVIEW");
        var first = table.reviewer("CUSTOMS");
        var second = new Officer("reviewer-2", first.organisation(), first.roles());

        var answers =
                Race.run(
                        () -> api.opine(first, request, "AGREE"),
                        () -> api.opine(second, request, "AGREE"));

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        var opinions = api.get(first, "/requests/" + request).body().path("opinions");
        assertThat(opinions).hasSize(2);
        assertThat(opinions.valueStream().filter(o -> o.path("setAsideOn").isNull())).hasSize(1);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Callable<Answer>[] callables(int length) {
        return new Callable[length];
    }
}
