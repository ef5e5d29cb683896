package org.whitelane.whitelist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.whitelane.testing.ApiExamples;
import org.whitelane.testing.Infra;
import org.whitelane.testing.OpenApiContract;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.Fixtures;
import org.whitelane.whitelist.support.RegistryTopic;
import org.whitelane.whitelist.support.ServiceTest;
import org.whitelane.whitelist.support.Table;
import org.whitelane.whitelist.support.WhitelistApi;

import java.net.URI;
import java.util.List;
import java.util.Set;

@ServiceTest
class OpenApiTests extends OpenApiContract {

    @Autowired private ApplicationContext application;
    @LocalServerPort private int port;

    @Override
    protected String service() {
        return "whitelist";
    }

    @Override
    protected String apiPath() {
        return "whitelist";
    }

    @Override
    protected URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    protected ApplicationContext application() {
        return application;
    }

    @Override
    protected Set<String> shownElsewhere() {
        return Set.of(
                "resumeStreamAdmin",
                "skipParked",
                "bindScheme",
                "recommendDecision",
                "refuseRecommendationDecision");
    }

    @Override
    protected void story(ApiExamples examples) {
        try (var registry = new RegistryTopic()) {
            var table = new Table(new WhitelistApi(port), registry);
            var applicant = table.enterprise("示例丙（虚构）");
            onTheWay(examples, table, applicant);
            var id = toTheList(examples, table, applicant);
            parked(examples, registry);
            operations(examples, "whitelane.whitelist.request.v1", id);
        }
    }

    /** What takes a request out of the straight way. */
    private static void onTheWay(ApiExamples examples, Table table, Officer applicant) {
        var withdrawn = draft(examples, applicant);
        move(examples, "reviseRequest", withdrawn, applicant);
        move(examples, "submitDecision", withdrawn, applicant);
        move(examples, "requestCorrectionDecision", withdrawn, table.intake());
        move(examples, "withdrawDecision", withdrawn, applicant);
        var declined = draft(examples, applicant);
        move(examples, "submitDecision", declined, applicant);
        move(examples, "declineDecision", declined, table.intake());
        var rejected = draft(examples, applicant);
        move(examples, "submitDecision", rejected, applicant);
        move(examples, "acceptDecision", rejected, table.intake());
        move(examples, "openJointReviewDecision", rejected, table.office());
        move(examples, "rejectDecision", rejected, table.office());
    }

    private static String toTheList(ApiExamples examples, Table table, Officer applicant) {
        var id = draft(examples, applicant);
        move(examples, "submitDecision", id, applicant);
        move(examples, "acceptDecision", id, table.intake());
        move(examples, "openJointReviewDecision", id, table.office());
        Fixtures.AGENCIES.forEach(
                role -> move(examples, "giveOpinionDecision", id, table.reviewer(role)));
        move(examples, "recogniseDecision", id, table.office());
        move(examples, "showRequest", id, applicant);
        examples.call("listRequest").bearer(token(applicant)).send();
        var batch =
                examples.call("publishBatch")
                        .replacing("requests", List.of(id))
                        .bearer(token(table.office()))
                        .send();
        move(examples, "showBatch", batch.path("id").asString(), table.office());
        var entry = batch.path("entries").path(0).path("id").asString();
        move(examples, "showEntry", entry, applicant);
        examples.call("listEntry").bearer(token(applicant)).send();
        examples.call("publicListEntry").send();
        examples.call("listScheme").send();
        examples.call("showScheme").send();
        return id;
    }

    private static void parked(ApiExamples examples, RegistryTopic registry) {
        var party = registry.register("示例丁（虚构）", "ENTERPRISE", "120116");
        registry.sendGarbage(party);
        var list = examples.call("listParked").as("auditor-1", null).with("aggregate", party);
        await().untilAsserted(() -> assertThat(list.send().path("items")).isNotEmpty());
        var id = list.send().path("items").path(0).path("id").asString();
        for (var operation : List.of("inspectParked", "replayParked", "discardParked")) {
            examples.call(operation).as("operator-1", null).with("id", id).send();
        }
    }

    private static String draft(ApiExamples examples, Officer applicant) {
        return examples.call("draftRequest").bearer(token(applicant)).send().path("id").asString();
    }

    private static void move(ApiExamples examples, String move, String id, Officer officer) {
        examples.call(move).with("id", id).bearer(token(officer)).send();
    }

    private static String token(Officer officer) {
        return Infra.issuer()
                .token(
                        officer.subject(),
                        officer.organisation(),
                        officer.roles().toArray(String[]::new));
    }
}
