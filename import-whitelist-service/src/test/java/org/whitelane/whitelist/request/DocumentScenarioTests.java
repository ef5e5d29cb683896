package org.whitelane.whitelist.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whitelane.whitelist.support.Table.draft;
import static org.whitelane.whitelist.support.Uploads.digest;
import static org.whitelane.whitelist.support.Uploads.pdf;
import static org.whitelane.whitelist.support.Uploads.sha256;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.whitelane.events.RequestEvent.AttachedDocument;
import org.whitelane.events.RequestEvent.RequestSubmitted;
import org.whitelane.whitelist.core.Json;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.scheme.PilotScheme;
import org.whitelane.whitelist.scheme.SchemeService;
import org.whitelane.whitelist.support.Fixtures;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.Table;
import org.whitelane.whitelist.support.Uploads;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;

/** Files come with a request, are proved by their digest, and are read by whoever may. */
class DocumentScenarioTests extends ServiceTestBase {

    private static final String PDF = "application/pdf";
    private static final String OF_TYPE = "/documents?type=BUSINESS_LICENCE";

    @Autowired private SchemeService schemes;

    private Uploads uploads;
    private Officer unit;
    private String request;

    @BeforeEach
    void draftOne() {
        uploads = new Uploads(port);
        unit = new Officer("files", UUID.randomUUID().toString(), Set.of("RND_IMPORT_OFFICER"));
        request = api.draft(unit, draft("Dextran", "9004-54-0")).expect(201).text("id");
    }

    @Test
    void theSameBytesComeOutForWhoeverMaySeeTheRequest() {
        var known = table.enterprise("示例附件甲（虚构）");
        var id = api.draft(known, draft("Dextran", "9004-54-0")).expect(201).text("id");
        // several pieces, and a last one that is not full
        var file = pdf(900_001, 1);
        var key = UUID.randomUUID().toString();
        var path = id + OF_TYPE;
        var body = BodyPublishers.ofByteArray(file);
        var first = uploads.attach(known, path, PDF, digest(file), key, body).expect(201);
        var again = uploads.attach(known, path, PDF, digest(file), key, body).expect(201);
        assertThat(again.raw().body()).isEqualTo(first.raw().body());
        assertThat(again.raw().headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(first.raw().headers().firstValue("ETag")).contains("\"2\"");
        assertThat(uploads.attach(known, id, "BUSINESS_LICENCE", file).expect(409).code())
                .isEqualTo("document-twice");

        var shown = first.body().at("/content/documents/0");
        assertThat(shown.path("sha256").asString()).isEqualTo(sha256(file));
        assertThat(shown.path("size").asLong()).isEqualTo(file.length);
        var document = id + "/documents/" + shown.path("id").asString();
        assertThat(first.raw().headers().firstValue("Location").orElse("")).endsWith(document);
        assertThat(uploads.read(table.intake(), document).statusCode())
                .as("drafts are nobody's business")
                .isEqualTo(404);

        api.move(known, id, "submission").expect(200);
        var auditor = new Officer("auditor", null, Set.of("AUDITOR"));
        for (var reader :
                java.util.List.of(known, table.intake(), table.reviewer("CUSTOMS"), auditor)) {
            var read = uploads.read(reader, document);
            assertThat(read.statusCode()).isEqualTo(200);
            assertThat(read.body()).isEqualTo(file);
            assertThat(read.headers().firstValue("ETag")).contains("\"" + sha256(file) + "\"");
            assertThat(read.headers().firstValue("Content-Digest")).contains(digest(file));
            assertThat(read.headers().firstValue("Content-Type")).contains(PDF);
            assertThat(read.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment");
        }
        assertThat(
                        uploads.read(known, document, "If-None-Match", "\"" + sha256(file) + "\"")
                                .statusCode())
                .isEqualTo(304);
        assertThat(uploads.read(unit, document).statusCode()).as("a stranger").isEqualTo(404);
        assertThat(
                        uploads.read(known, request + "/documents/" + shown.path("id").asString())
                                .statusCode())
                .as("under another's request")
                .isEqualTo(404);
        await().untilAsserted(
                        () ->
                                assertThat(events.of(id))
                                        .filteredOn(e -> e instanceof RequestSubmitted)
                                        .singleElement()
                                        .extracting(e -> ((RequestSubmitted) e).documents())
                                        .isEqualTo(
                                                java.util.List.of(
                                                        new AttachedDocument(
                                                                "BUSINESS_LICENCE",
                                                                sha256(file),
                                                                file.length))));
        assertThat(uploads.delete(known, document).expect(409).code()).isEqualTo("illegal-move");
        assertThat(uploads.attach(known, id, "PROJECT_PLAN", file).expect(409).code())
                .isEqualTo("illegal-move");
    }

    @Test
    void whatIsNotWhatWasSaidIsRefusedWithBothValues() {
        var file = pdf(20, 2);
        var other = pdf(20, 3);
        var wrong =
                uploads.attach(
                                unit,
                                request + OF_TYPE,
                                "image/png",
                                digest(other),
                                key(),
                                BodyPublishers.ofByteArray(file))
                        .expect(422);
        assertThat(wrong.faults())
                .containsExactly(
                        "#Content-Digest digest-mismatch", "#Content-Type not-of-its-type");
        assertThat(wrong.raw().body()).contains(sha256(file), sha256(other), "image/png", PDF);

        var empty = uploads.attach(unit, request, "BUSINESS_LICENCE", new byte[0]).expect(422);
        assertThat(empty.faults()).containsExactly(" document-empty");
        assertNothingStored();
    }

    @Test
    void allThatIsMissingIsToldAtOnce() {
        var file = BodyPublishers.ofByteArray(pdf(20, 2));
        assertThat(
                        uploads.attach(unit, request + "/documents", PDF, null, null, file)
                                .expect(400)
                                .faults())
                .containsExactly(
                        "?type required", "#Content-Digest required", "#Idempotency-Key required");
        assertThat(
                        uploads.attach(
                                        unit,
                                        request + "/documents?type=licence",
                                        PDF,
                                        "sha-256=:abc:",
                                        key(),
                                        file)
                                .expect(400)
                                .faults())
                .containsExactly("?type pattern", "#Content-Digest content-digest");
        for (var type : java.util.Arrays.asList("application/zip", "text/html", "nonsense", null)) {
            uploads.attach(unit, request + OF_TYPE, type, digest(pdf(20, 2)), key(), file)
                    .expect(415);
        }
        assertNothingStored();
    }

    @Test
    void whatIsTooLargeIsNotTakenWhetherAnnouncedOrNot() {
        var file = pdf(20 * 1024 * 1024 + 1, 4);
        var announced = BodyPublishers.ofByteArray(file);
        var streamed = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file));
        for (var body : java.util.List.of(announced, streamed)) {
            assertThat(
                            uploads.attach(unit, request + OF_TYPE, PDF, digest(file), key(), body)
                                    .expect(413)
                                    .code())
                    .isEqualTo("body-too-large");
        }
        assertNothingStored();
    }

    /** Announces more than it sends. */
    @Test
    void aBodyThatBreaksOffLeavesNothing() throws IOException {
        var file = pdf(1_000, 5);
        try (var socket = new Socket("127.0.0.1", port)) {
            var head =
                    """
                    POST /api/v1/whitelist/requests/%s/documents?type=BUSINESS_LICENCE HTTP/1.1
                    Host: 127.0.0.1
                    Authorization: Bearer %s
                    Content-Type: application/pdf
                    Content-Digest: %s
                    Idempotency-Key: %s
                    Content-Length: 1000
                    Connection: close

                    """
                            .formatted(request, Uploads.token(unit), digest(file), key())
                            .replace("\n", "\r\n");
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(file, 0, 999);
            socket.shutdownOutput();
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").contains("body-incomplete");
        }
        assertNothingStored();
        uploads.attach(unit, request, "BUSINESS_LICENCE", file).expect(201);
    }

    @Test
    void documentsGoFromADraftAndNobodyElseMovesThem() {
        var stranger = new Officer("s", UUID.randomUUID().toString(), Set.of("APPLICANT_ADMIN"));
        var file = pdf(5, 6);
        uploads.attach(stranger, request, "PROJECT_PLAN", file).expect(404);
        uploads.attach(table.intake(), request, "PROJECT_PLAN", file).expect(403);
        var there = uploads.attach(unit, request, "PROJECT_PLAN", file).expect(201);
        var path = request + "/documents/" + there.body().at("/content/documents/0/id").asString();

        uploads.delete(stranger, path).expect(404);
        assertThat(uploads.delete(unit, path).expect(200).body().at("/content/documents"))
                .isEmpty();
        assertThat(uploads.read(unit, path).statusCode()).isEqualTo(404);
        uploads.delete(unit, path).expect(404);
        uploads.attach(unit, request, "PROJECT_PLAN", file).expect(201);
    }

    /** Tianjin's scheme, were it to list what has to be handed in. */
    @Test
    void theSchemesDocumentsAreAskedForAtTheSubmission() {
        var scheme =
                Json.read(
                        Fixtures.tianjinFile()
                                .replace("\"TJ-2022\"", "\"DOC-2022\"")
                                .replace(
                                        "\"requiredDocuments\": null",
                                        """
                                        "requiredDocuments": [
                                          {"type": "BUSINESS_LICENCE", "kinds": ["NEW"], "basis": "a test"},
                                          {"type": "PROJECT_PLAN", "kinds": ["NEW"], "basis": "a test"}]\
                                        """),
                        PilotScheme.class);
        schemes.activate(scheme, Officer.system());
        new Table(api, registry, scheme);
        var known = table.enterprise("示例附件乙（虚构）");
        var id =
                api.draft(
                                known,
                                Table.draftUnder("DOC-2022", Table.article("Dextran", "9004-54-0")))
                        .expect(201)
                        .text("id");
        var lacking = api.move(known, id, "submission").expect(422);
        assertThat(lacking.faults())
                .containsExactly("/documents document-missing", "/documents document-missing");
        assertThat(lacking.raw().body()).contains("BUSINESS_LICENCE", "PROJECT_PLAN");

        uploads.attach(known, id, "BUSINESS_LICENCE", pdf(10, 7)).expect(201);
        assertThat(api.move(known, id, "submission?dryRun=true").expect(422).raw().body())
                .doesNotContain("BUSINESS_LICENCE (")
                .contains("PROJECT_PLAN");
        uploads.attach(known, id, "PROJECT_PLAN", pdf(10, 8)).expect(201);
        api.put(
                        known,
                        "/requests/" + id,
                        Table.draftUnder("DOC-2022", Table.article("Dextran", "9004-54-0")))
                .expect(200);
        api.move(known, id, "submission").expect(200);
    }

    private void assertNothingStored() {
        assertThat(
                        api.get(unit, "/requests/" + request)
                                .expect(200)
                                .body()
                                .at("/content/documents"))
                .isEmpty();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
