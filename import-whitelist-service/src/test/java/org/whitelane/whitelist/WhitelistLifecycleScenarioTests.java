package org.whitelane.whitelist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whitelane.whitelist.support.Table.draft;

import org.junit.jupiter.api.Test;
import org.whitelane.events.BatchEvent.BatchPublished;
import org.whitelane.events.EntryEvent.EntryActivated;
import org.whitelane.events.EntryEvent.EntryEligibilityQuestioned;
import org.whitelane.events.RequestEvent.RequestEligibilityQuestioned;
import org.whitelane.events.RequestEvent.RequestSubmitted;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.ServiceTestBase;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Through HTTP and topics only. */
class WhitelistLifecycleScenarioTests extends ServiceTestBase {

    @Test
    void takesTwoRequestsToTheList() {
        var a = table.enterprise("示例甲（虚构）");
        var b = table.enterprise("示例乙（虚构）");
        var dextran = table.request(a, draft("Dextran", "9004-54-0"), "RECOGNISED");
        var heparin = table.request(b, draft("Heparin sodium", "9041-08-1"), "RECOGNISED");

        var batch = api.publish(table.office(), dextran, heparin).expect(201);

        await().untilAsserted(
                        () ->
                                assertThat(events.typesOf(dextran))
                                        .containsExactly(
                                                "RequestSubmitted",
                                                "RequestAccepted",
                                                "JointReviewOpened",
                                                "OpinionGiven",
                                                "OpinionGiven",
                                                "OpinionGiven",
                                                "OpinionGiven",
                                                "OpinionGiven",
                                                "RequestRecognised",
                                                "RequestPublished"));
        assertThat(events.of(dextran).getFirst())
                .isInstanceOfSatisfying(
                        RequestSubmitted.class,
                        submitted -> {
                            assertThat(submitted.schemeVersion()).isEqualTo(1);
                            assertThat(submitted.organisationId()).isEqualTo(a.organisation());
                            assertThat(submitted.organisationVersion()).isEqualTo(1);
                            assertThat(submitted.articles().getFirst().hsCode())
                                    .isEqualTo("3913900090");
                        });
        await().untilAsserted(() -> assertThat(events.of(batch.text("id"))).hasSize(1));
        var published = (BatchPublished) events.of(batch.text("id")).getFirst();
        assertThat(published.organisations()).isEqualTo(2);
        assertThat(published.entryIds()).hasSize(2);
        for (var entry : published.entryIds()) {
            await().untilAsserted(
                            () ->
                                    assertThat(events.of(entry))
                                            .singleElement()
                                            .isInstanceOfSatisfying(
                                                    EntryActivated.class,
                                                    activated ->
                                                            assertThat(activated.waivedDocuments())
                                                                    .containsExactly("Q")));
        }
        assertThat(api.get(a, "/requests/" + dextran).expect(200).text("status"))
                .isEqualTo("PUBLISHED");
    }

    @Test
    void showsEachReaderTheirOwnList() {
        var a = table.enterprise("示例丙（虚构）");
        var stranger = table.enterprise("示例丁（虚构）");
        var request = table.request(a, draft("Mannitol", "69-65-8"), "RECOGNISED");
        var batch = api.publish(table.office(), request).expect(201);
        var entry = batch.body().path("entries").path(0);
        var number = entry.path("entryNumber").asString();
        var id = entry.path("id").asString();

        var line =
                api.get(null, "/public/TJ-2022/entries?limit=100")
                        .expect(200)
                        .body()
                        .path("items")
                        .valueStream()
                        .filter(item -> item.path("entryNumber").asString().equals(number))
                        .findFirst()
                        .orElseThrow();
        assertThat(line.propertyNames())
                .containsExactlyInAnyOrder(
                        "entryNumber",
                        "unit",
                        "nameZh",
                        "nameEn",
                        "casNumber",
                        "batch",
                        "validFrom",
                        "validTo",
                        "status");
        assertThat(line.path("unit").asString()).isEqualTo("示例丙（虚构）");
        assertThat(line.path("validTo").isNull()).isTrue();

        assertThat(api.get(a, "/entries/" + id).expect(200).body().has("article")).isTrue();
        assertThat(api.get(a, "/entries/" + id).body().has("organisationVersion")).isFalse();
        assertThat(
                        api.get(table.reviewer("CUSTOMS"), "/entries/" + id)
                                .expect(200)
                                .body()
                                .path("organisationVersion")
                                .asLong())
                .isEqualTo(1);
        for (var path :
                new String[] {
                    "/entries/" + id, "/requests/" + request, "/batches/" + batch.text("id")
                }) {
            assertThat(api.get(stranger, path).code()).isEqualTo("not-found");
            assertThat(api.get(null, path).status()).isEqualTo(401);
        }
        assertThat(api.get(stranger, "/entries").expect(200).body().path("items")).isEmpty();
        assertThat(api.get(a, "/requests/" + request).body().has("opinions")).isFalse();
        assertThat(api.get(table.office(), "/requests/" + request).body().path("opinions"))
                .hasSize(5);
    }

    @Test
    void holdsALaterFlagAgainstTheRequest() {
        var a = table.enterprise("示例戊（虚构）");
        var request = table.request(a, draft("Sorbitol", "50-70-4"), "RECOGNISED");

        registry.raise(id(a), "flag-1", "SERIOUS_DISHONESTY");

        await().untilAsserted(
                        () ->
                                assertThat(events.of(request).getLast())
                                        .isInstanceOfSatisfying(
                                                RequestEligibilityQuestioned.class,
                                                questioned ->
                                                        assertThat(questioned.organisationVersion())
                                                                .isEqualTo(2)));
        var seen = api.get(table.office(), "/requests/" + request).expect(200);
        assertThat(seen.body().path("questions").path(0).path("reasons").path(0).asString())
                .contains("CREDIT_OK", "TJ-2022 version 1");
        var refused = api.publish(table.office(), request);
        // a request in doubt is not even frozen
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("request-questioned");
        assertThat(refused.text("detail")).contains(request, "CREDIT_OK");
        assertThat(seen.text("status")).isEqualTo("RECOGNISED");

        registry.lift(id(a), "flag-1", "SERIOUS_DISHONESTY");
        await().untilAsserted(() -> api.publish(table.office(), request).expect(201));
    }

    @Test
    void holdsASuspensionAgainstALiveEntry() {
        var a = table.enterprise("示例己（虚构）");
        var request = table.request(a, draft("Lactose", "63-42-3"), "RECOGNISED");
        var batch = api.publish(table.office(), request).expect(201);
        var entry = batch.body().path("entries").path(0).path("id").asString();

        registry.change(id(a), "示例己（虚构）", "ENTERPRISE", "120116", "SUSPENDED");

        await().untilAsserted(
                        () ->
                                assertThat(events.of(entry).getLast())
                                        .isInstanceOf(EntryEligibilityQuestioned.class));
        assertThat(api.get(a, "/entries/" + entry).body().path("questions")).hasSize(1);
        assertThat(api.get(a, "/entries/" + entry).text("status")).isEqualTo("ACTIVE");
    }

    @Test
    void waitsForAPartyItDoesNotKnow() {
        var nobody = new Officer("x", UUID.randomUUID().toString(), Set.of("RND_IMPORT_OFFICER"));
        var request = api.draft(nobody, draft("Dextran", "9004-54-0")).expect(201).text("id");

        var refused = api.move(nobody, request, "submission");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("party-not-known-yet");
        assertThat(refused.raw().headers().firstValue("Retry-After")).isPresent();
        assertThat(api.get(nobody, "/requests/" + request).text("status")).isEqualTo("DRAFT");
    }

    @Test
    void waitsForAPartyWithAParkedEvent() {
        var a = table.enterprise("示例庚（虚构）");
        var request = table.request(a, draft("Trehalose", "99-20-7"), "DRAFT");

        registry.sendGarbage(id(a));

        await().untilAsserted(
                        () -> {
                            var late = api.draft(a, draft("Glycine", "56-40-6")).text("id");
                            assertThat(api.move(a, late, "submission").code())
                                    .isEqualTo("party-not-known-yet");
                        });
        assertThat(api.move(a, request, "submission").code()).isEqualTo("party-not-known-yet");
    }

    @Test
    void walksTheSidePaths() {
        var a = table.enterprise("示例辛（虚构）");
        var request = table.request(a, draft("Glycerol", "56-81-5"), "SUBMITTED");
        api.post(
                        table.intake(),
                        "/requests/" + request + "/correction-requests",
                        Map.of("corrections", List.of("State the grade.")))
                .expect(200);
        api.put(a, "/requests/" + request, draft("Glycerol, anhydrous", "56-81-5")).expect(200);
        api.move(a, request, "submission").expect(200);
        api.move(table.intake(), request, "acceptance").expect(200);
        api.move(table.office(), request, "joint-review").expect(200);
        api.post(
                        table.reviewer("CUSTOMS"),
                        "/requests/" + request + "/opinions",
                        Map.of("opinion", "DISAGREE", "reason", "wrong heading"))
                .expect(200);
        api.post(
                        table.reviewer("MPA"),
                        "/requests/" + request + "/opinions",
                        Map.of("opinion", "AGREE", "reason", ""))
                .expect(200);
        var rejected =
                api.post(
                                table.office(),
                                "/requests/" + request + "/rejection",
                                Map.of(
                                        "reason",
                                        "customs disagrees",
                                        "remedy",
                                        "appeal in 60 days"))
                        .expect(200);

        assertThat(rejected.text("status")).isEqualTo("REJECTED");
        assertThat(
                        api.get(a, "/requests/" + request)
                                .body()
                                .path("progress")
                                .path("remedy")
                                .asString())
                .isEqualTo("appeal in 60 days");
        assertThat(api.move(a, request, "withdrawal").code()).isEqualTo("illegal-move");
        await().untilAsserted(
                        () ->
                                assertThat(events.typesOf(request))
                                        .containsExactly(
                                                "RequestSubmitted",
                                                "RequestCorrectionRequested",
                                                "RequestSubmitted",
                                                "RequestAccepted",
                                                "JointReviewOpened",
                                                "OpinionGiven",
                                                "OpinionGiven",
                                                "RequestRejected"));
    }
}
