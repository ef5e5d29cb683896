package org.whitelane.localstack.story;

import tools.jackson.databind.JsonNode;

import java.util.Map;

/**
 * Chapter f: a strength was typed wrongly. Its correction goes to whoever was told the wrong one,
 * by mail and by acknowledgement, and the suite can say that it did.
 */
final class Correction {

    private static final String STREAM = "whitelane.approval.registration.v1";
    private static final String RECORDED = "org.whitelane.approval.ind-recorded.v1";
    private static final String CORRECTED = "org.whitelane.approval.ind-corrected.v1";

    private final Stage stage;
    private final Mails mails;

    Correction(Stage stage, Mails mails) {
        this.stage = stage;
        this.mails = mails;
    }

    void play() {
        stage.narrator.chapter("f. A correction reaches everybody who was told the mistake");
        var id = correct();
        var mistake = event(id, RECORDED);
        stage.narrator.step(
                "%s was typed as %s; the steward corrects it to %s, and the event names the one that"
                                .formatted(
                                        Approvals.MISTYPED,
                                        Approvals.TYPED,
                                        Approvals.mistyped().strength())
                        + " it supersedes");
        byMail(mistake);
        byAcknowledgement(mistake, event(id, CORRECTED));
        stage.narrator.see(stage.addresses.api(toldOf(mistake)).toString());
    }

    /** Once, however often the story is cut off. */
    private String correct() {
        var ind =
                stage.all("", "/approvals/ind").stream()
                        .filter(
                                it ->
                                        it.path("acceptanceNumber")
                                                .asString()
                                                .equals(Approvals.MISTYPED))
                        .findFirst()
                        .orElseThrow(() -> new StoryFailed("the mistyped approval is not listed"));
        var id = ind.path("id").asString();
        if (ind.path("amendments").isEmpty()) {
            stage.act(
                    "correction",
                    stage.officer("approval-steward"),
                    "/approvals/ind/" + id + "/correction",
                    Map.of(
                            "facts",
                            Approvals.mistyped().body(),
                            "reason",
                            "规格录入有误",
                            "source",
                            Approvals.ANNOUNCEMENT));
        }
        return id;
    }

    /** As the regulator finds it in his feed, where he goes back to the beginning. */
    private JsonNode event(String id, String type) {
        var path = "/approvals/feed/%s?afterPosition=0&limit=500".formatted(STREAM);
        return Stage.patiently(
                        () ->
                                stage.get(stage.officer("regulator"), path)
                                        .json()
                                        .path("events")
                                        .valueStream()
                                        .filter(event -> event.path("type").asString().equals(type))
                                        .filter(
                                                event ->
                                                        event.path("subject").asString().equals(id))
                                        .findFirst(),
                        found -> found.isPresent())
                .orElseThrow(() -> new StoryFailed("no %s of %s in the feed".formatted(type, id)));
    }

    private void byMail(JsonNode mistake) {
        mails.awaitCorrection();
        var path = "/notification/admin/alerts/%s/told".formatted(idOf(mistake));
        var coverage =
                Stage.patiently(
                        () -> stage.get(stage.officer("auditor"), path).json().path("correction"),
                        found -> found.path("underWay").asInt(1) == 0);
        stage.narrator.step("by mail: " + whole(coverage));
    }

    /** Who acknowledged the mistake counts as told; and as corrected once he has the correction. */
    private void byAcknowledgement(JsonNode mistake, JsonNode correction) {
        new Acknowledgement(stage, STREAM, "approvals")
                .upTo(
                        correction.path("position").asLong(),
                        correction.path("chainhash").asString());
        var told = stage.get(stage.officer("auditor"), toldOf(mistake)).json();
        if (!told.at("/event/supersededBy").asString("").equals(idOf(correction))) {
            throw new StoryFailed("the correction does not name the mistake: " + told);
        }
        stage.narrator.step(
                "by feed and topic, once acknowledged: " + whole(told.path("correction")));
    }

    private static String whole(JsonNode coverage) {
        int told = coverage.path("told").asInt();
        int corrected = coverage.path("corrected").asInt();
        if (told == 0 || corrected != told) {
            throw new StoryFailed("the correction did not reach all who were told: " + coverage);
        }
        return "%d of %d who were told the mistake have the correction".formatted(corrected, told);
    }

    private static String toldOf(JsonNode event) {
        return "/approvals/admin/events/%s/told".formatted(idOf(event));
    }

    private static String idOf(JsonNode event) {
        return event.path("id").asString();
    }
}
