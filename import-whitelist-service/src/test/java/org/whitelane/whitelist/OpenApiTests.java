package org.whitelane.whitelist;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.whitelane.testing.ApiExamples;
import org.whitelane.testing.Infra;
import org.whitelane.testing.OpenApiContract;
import org.whitelane.testing.SharedOperations;
import org.whitelane.whitelist.core.Json;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.scheme.PilotScheme;
import org.whitelane.whitelist.scheme.SchemeService;
import org.whitelane.whitelist.support.BatchTable;
import org.whitelane.whitelist.support.Fixtures;
import org.whitelane.whitelist.support.Imports;
import org.whitelane.whitelist.support.Mandating;
import org.whitelane.whitelist.support.RegistryTopic;
import org.whitelane.whitelist.support.ServiceTest;
import org.whitelane.whitelist.support.Signer;
import org.whitelane.whitelist.support.Table;
import org.whitelane.whitelist.support.WhitelistApi;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
    protected Map<String, String> notSent() {
        var taken = "Needs a database older than its topics; TakeOverTests of the chassis call it.";
        var elsewhere = "Its body is no JSON object; BulkTests send it line by line.";
        var file = "Its body is a file; DocumentScenarioTests send and read them.";
        var assessed = "Needs a unit from outside the area of a scheme that assesses such units.";
        return Map.of(
                "takeOverTakeOver", taken,
                "draftBulk", elsewhere,
                "attachDocument", file,
                "readDocument", file,
                "detachDocument", file,
                "admitReview", assessed,
                "refuseAdmissionReview", assessed);
    }

    @Override
    protected void story(ApiExamples examples) {
        try (var registry = new RegistryTopic()) {
            var table = new Table(new WhitelistApi(port), registry);
            var applicant = table.enterprise("示例丙（虚构）");
            onTheWay(examples, table, applicant);
            mandates(examples, applicant, table.enterprise("示例受托文档（虚构）"));
            var id = toTheList(examples, table, applicant);
            ImportExamples.send(examples, new WhitelistApi(port), table);
            twoLevels(examples, registry);
            new UnitExamples(examples, new WhitelistApi(port), registry)
                    .send(application.getBean(SchemeService.class));
            seated(examples, table);
            desk(examples, table, applicant);
            parked(examples, registry);
            new SharedOperations(examples).sendPublicFeed("whitelane.whitelist.batch.v1");
            new SharedOperations(examples)
                    .send(
                            "whitelane.whitelist.request.v1",
                            id,
                            () ->
                                    move(
                                            examples,
                                            "submitDecision",
                                            draft(examples, applicant),
                                            applicant));
            examples.call("listConsumer").as("operator-1", null).send();
            examples.call("listIllegalMove").as("operator-1", null).send();
            examples.call("rebuildConsumer")
                    .with("consumer", "registry-projection")
                    .as("operator-1", null)
                    .send();
        }
    }

    /** What takes a request out of the straight way. */
    private void onTheWay(ApiExamples examples, Table table, Officer applicant) {
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
        move(examples, "openJointReviewReview", rejected, table.office());
        move(examples, "extendReview", rejected, table.office());
        new WhitelistApi(port)
                .post(
                        table.reviewer("CUSTOMS"),
                        "/requests/" + rejected + "/opinions",
                        Map.of("opinion", "NEED_MORE", "reason", "a report is missing"))
                .expect(200);
        move(examples, "supplyReview", rejected, applicant);
        move(examples, "rejectReview", rejected, table.office());
    }

    private String toTheList(ApiExamples examples, Table table, Officer applicant) {
        var id = draft(examples, applicant);
        move(examples, "submitDecision", id, applicant);
        move(examples, "acceptDecision", id, table.intake());
        move(examples, "openJointReviewReview", id, table.office());
        Fixtures.AGENCIES.forEach(
                role -> move(examples, "giveOpinionReview", id, table.reviewer(role)));
        move(examples, "recogniseReview", id, table.office());
        move(examples, "showRequest", id, applicant);
        move(examples, "readClock", id, table.office());
        move(examples, "listDuplicate", id, table.office());
        examples.call("listRequest").bearer(token(applicant)).send();
        var batch = published(examples, table, id);
        move(examples, "showBatch", batch.path("id").asString(), table.office());
        var entry = batch.path("entries").path(0).path("id").asString();
        move(examples, "showEntry", entry, applicant);
        examples.call("listEntry").bearer(token(applicant)).send();
        lists(examples, table, batch.path("number").asString());
        examples.call("findSearch").bearer(token(applicant)).send();
        examples.call("listScheme").send();
        examples.call("showScheme").send();
        schemes(examples);
        return id;
    }

    /** Masked for everybody, whole for customs. */
    private void lists(ApiExamples examples, Table table, String number) {
        var customs = token(new Imports(new WhitelistApi(port), table).customs());
        for (var operation : List.of("entries", "list", "batch", "changes")) {
            examples.call(operation + "PublicList").with("number", number).send();
            examples.call(operation + "CustomsList").with("number", number).bearer(customs).send();
        }
        examples.call("listPublicBatch").send();
        examples.call("showPublicBatch").with("number", number).send();
    }

    /** Given twice, and ended by each side. */
    private static void mandates(ApiExamples examples, Officer unit, Officer agent) {
        move(examples, "revokeMandate", mandate(examples, unit, agent), unit);
        var second = mandate(examples, unit, agent);
        move(examples, "giveUpMandate", second, agent);
        move(examples, "showMandate", second, agent);
        examples.call("listMandate").bearer(token(agent)).send();
    }

    private static String mandate(ApiExamples examples, Officer unit, Officer agent) {
        var today = Mandating.today();
        return examples.call("giveMandate")
                .replacing("agent", String.valueOf(agent.organisation()))
                .replacing("from", today.toString())
                .replacing("to", today.plusDays(364).toString())
                .bearer(token(unit))
                .send()
                .path("id")
                .asString();
    }

    private static void desk(ApiExamples examples, Table table, Officer applicant) {
        move(examples, "submitDecision", draft(examples, applicant), applicant);
        var intake = table.intake();
        examples.call("listDesk").bearer(token(intake)).send();
        examples.call("countDesk").bearer(token(intake)).send();
        var taken = examples.call("nextDesk").bearer(token(intake)).send();
        var request = taken.path("request").asString();
        examples.call("takeDesk").with("request", request).bearer(token(intake)).send();
        examples.call("reassignDesk")
                .with("request", request)
                .replacing("to", intake.subject())
                .bearer(token(intake))
                .send();
        examples.call("releaseDesk").with("request", request).bearer(token(intake)).send();
    }

    /** The whole file does not fit an example. */
    private static void schemes(ApiExamples examples) {
        var file = Fixtures.tianjinFile().replace("\"TJ-2022\"", "\"XX-2026\"");
        for (var operation : List.of("validateScheme", "loadScheme")) {
            examples.call(operation)
                    .replacing("content", file)
                    .bearer(Infra.issuer().token("registrar", null, "REGISTRAR"))
                    .send();
        }
    }

    /** From the heap to the list, with every side exit. */
    private JsonNode published(ApiExamples examples, Table table, String request) {
        var api = new WhitelistApi(port);
        var batches = new BatchTable(api, "TJ-2022", table.office());
        var id =
                examples.call("openBatch")
                        .replacing("requests", List.of(request))
                        .bearer(token(table.office()))
                        .send()
                        .path("id")
                        .asString();
        for (var operation : List.of("removeBatch", "addBatch")) {
            examples.call(operation)
                    .with("id", id)
                    .replacing("requests", List.of(request))
                    .bearer(token(table.office()))
                    .send();
        }
        move(examples, "freezeBatch", id, table.office());
        move(examples, "unfreezeBatch", id, table.office());
        move(examples, "freezeBatch", id, table.office());
        move(examples, "contentBatchSeal", id, table.office());
        move(examples, "statementBatchSeal", id, table.reviewer("MPA"));
        signed(examples, batches, id);
        var soon = Instant.now().plus(Duration.ofDays(1)).toString();
        examples.call("scheduleBatchSeal")
                .with("id", id)
                .replacing("releaseAt", soon)
                .bearer(token(batches.second()))
                .send();
        move(examples, "recallBatchSeal", id, table.office());
        examples.call("listBatch").bearer(token(table.office())).send();
        var published =
                examples.call("publishBatchSeal")
                        .with("id", id)
                        .bearer(token(batches.second()))
                        .send();
        var empty = batches.open().expect(201).text("id");
        move(examples, "abandonBatch", empty, table.office());
        keys(examples, batches);
        return published;
    }

    private void signed(ApiExamples examples, BatchTable batches, String id) {
        var customs = batches.signer("CUSTOMS");
        var statement =
                new WhitelistApi(port)
                        .get(customs.officer(), "/batches/" + id + "/statement")
                        .expect(200);
        examples.call("signBatchSeal")
                .with("id", id)
                .replacing("jws", customs.sign(statement.text("statement")))
                .replacing("signedOn", statement.text("signedOn"))
                .bearer(token(customs.officer()))
                .send();
        batches.sign(id).forEach(answer -> answer.expect(200));
    }

    private static void keys(ApiExamples examples, BatchTable batches) {
        var signer =
                Signer.of(
                        new Officer(
                                "key-holder",
                                batches.signer("CUSTOMS").officer().organisation(),
                                Set.of("CUSTOMS_OFFICER")));
        var bearer = token(signer.officer());
        var challenge = examples.call("challengeSigningKey").bearer(bearer).send();
        examples.call("registerSigningKey")
                .replacing("challenge", challenge.path("id").asString())
                .replacing("jwk", Map.of("kty", "OKP", "crv", "Ed25519", "x", signer.x()))
                .replacing(
                        "proof", signer.sign(signer.possession(challenge.path("nonce").asString())))
                .bearer(bearer)
                .send();
        examples.call("listSigningKey").bearer(bearer).send();
        examples.call("showSigningKey").with("id", signer.keyId()).send();
        examples.call("revokeSigningKey").with("id", signer.keyId()).bearer(bearer).send();
    }

    /** Where the district recommends before the city decides. */
    private void twoLevels(ApiExamples examples, RegistryTopic registry) {
        var scheme = Fixtures.beijing();
        var table = new Table(new WhitelistApi(port), registry, scheme);
        var applicant = table.enterprise("示例戊（虚构）", "110115");
        for (var cas :
                Map.of("recommendDecision", "50-99-7", "refuseRecommendationDecision", "57-48-7")
                        .entrySet()) {
            var draft = Table.draftUnder(scheme.code(), Table.article("Sugar", cas.getValue()));
            var id = table.request(applicant, draft, "ACCEPTED");
            move(examples, cas.getKey(), id, table.district());
        }
    }

    /** In a scheme with an empty table. */
    private void seated(ApiExamples examples, Table table) {
        var code = "EX-2022";
        var file = Fixtures.tianjinFile().replace("\"TJ-2022\"", "\"" + code + "\"");
        application
                .getBean(SchemeService.class)
                .activate(Json.read(file, PilotScheme.class), Officer.system());
        examples.call("bindScheme")
                .with("code", code)
                .replacing("organisation", String.valueOf(table.reviewer("CUSTOMS").organisation()))
                .as("registrar-1", null)
                .send();
    }

    private static void parked(ApiExamples examples, RegistryTopic registry) {
        var gap = registry.register("示例丁（虚构）", "ENTERPRISE", "120116");
        registry.lose(gap);
        registry.change(gap, "示例丁（虚构）", "ENTERPRISE", "120117", "ACTIVE");
        var unreadable = registry.register("示例己（虚构）", "ENTERPRISE", "120116");
        registry.sendGarbage(unreadable);
        new SharedOperations(examples).sendParked(gap, unreadable);
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
