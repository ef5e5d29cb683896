package org.whitelane.whitelist.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whitelane.whitelist.support.Table.draft;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.whitelane.events.RequestEvent.RequestEligibilityQuestioned;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.WhitelistApi;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Parties are read again from the registry's topics while people go on asking for decisions. */
@Tag("slow")
class RebuildScenarioTests extends ServiceTestBase {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String CONSUMERS = "/admin/consumers";
    private static final Officer OPERATOR = new Officer("operator-1", null, Set.of("OPERATOR"));

    @Test
    void nobodyIsEligibleWhileTheirFlagsAreBeingReadAgain() throws Exception {
        var flagged = table.enterprise("示例甲（虚构）");
        var open = table.request(flagged, draft("Mannitol", "69-65-8"), "SUBMITTED");
        registry.raise(id(flagged), "f-1", "SERIOUS_DISHONESTY");
        await().untilAsserted(
                        () ->
                                assertThat(events.of(open).getLast())
                                        .isInstanceOf(RequestEligibilityQuestioned.class));
        int told = events.of(open).size();
        var wanted = table.request(flagged, draft("Sorbitol", "50-70-4"), "DRAFT");
        var refusal = submit(flagged, wanted).body().path("code").asString();
        assertThat(refusal).isNotEqualTo("party-not-known-yet");

        var asking = new AtomicBoolean(true);
        var codes = new HashSet<String>();
        var applicant = Thread.ofVirtual().start(() -> askOnAndOn(asking, flagged, wanted, codes));
        rebuild();
        awaitDone();
        asking.set(false);
        applicant.join();

        assertThat(codes).contains("party-not-known-yet");
        codes.removeAll(Set.of("party-not-known-yet", refusal));
        assertThat(codes).as("submitted, or refused for another reason").isEmpty();
        assertThat(submit(flagged, wanted).body().path("code").asString()).isEqualTo(refusal);
        assertThat(events.of(open)).as("neither settled nor doubted once more").hasSize(told);
    }

    @Test
    void aFlagThatIsRaisedMeanwhileIsPassedOn() {
        var known = table.enterprise("示例乙（虚构）");
        var open = table.request(known, draft("Erythritol", "149-32-6"), "SUBMITTED");
        rebuild();
        registry.raise(id(known), "f-1", "SERIOUS_DISHONESTY");
        awaitDone();

        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(events.of(open).getLast())
                                        .isInstanceOf(RequestEligibilityQuestioned.class));
    }

    private void rebuild() {
        var asked =
                api.post(
                        OPERATOR,
                        CONSUMERS + "/registry-projection/rebuild",
                        Map.of("reason", "restored from last night"));
        assertThat(asked.expect(200).body().at("/rebuild/state").asString()).isEqualTo("READING");
    }

    private void awaitDone() {
        await().atMost(PATIENCE)
                .until(
                        () ->
                                api.get(OPERATOR, CONSUMERS)
                                        .body()
                                        .at("/items/0/rebuild/state")
                                        .asString()
                                        .equals("DONE"));
    }

    private void askOnAndOn(
            AtomicBoolean asking, Officer applicant, String request, Set<String> codes) {
        while (asking.get()) {
            codes.add(submit(applicant, request).body().path("code").asString("submitted"));
        }
    }

    private WhitelistApi.Answer submit(Officer applicant, String request) {
        return api.move(applicant, request, "submission");
    }
}
