package org.whitelane.whitelist.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whitelane.whitelist.support.Table.draft;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.Mandating;
import org.whitelane.whitelist.support.Race;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.Uploads;

import java.util.Set;
import java.util.UUID;

/** Bytes that nobody needs any more go after a while; that they were here stays. */
class DocumentPruneTests extends ServiceTestBase {

    /** As application.yml says it. */
    private static final int KEEP = 90;

    @Autowired private DocumentPruneJob job;
    @Autowired private JdbcClient db;

    @Test
    void deletesWhatADraftLeftBehind() {
        var unit = table.enterprise("示例清甲（虚构）");
        var request = table.request(unit, draft("Dextran", "9004-54-0"), "DRAFT");
        var detached = attach(unit, request, 1);
        new Uploads(port).delete(unit, request + "/documents/" + detached).expect(200);
        var kept = attach(unit, request, 2);
        api.move(unit, request, "withdrawal").expect(200);

        job.run(Mandating.today().plusDays(KEEP - 1));
        assertThat(chunks(detached) > 0 && chunks(kept) > 0).as("a day too early").isTrue();
        assertThat(new Uploads(port).read(unit, request + "/documents/" + kept).statusCode())
                .isEqualTo(200);

        assertThat(job.run(Mandating.today().plusDays(KEEP))).isGreaterThanOrEqualTo(2);

        assertThat(chunks(detached)).isZero();
        assertThat(chunks(kept)).isZero();
        assertThat(hash(kept)).isEqualTo(Uploads.sha256(Uploads.pdf(300_000, 2)));
        assertThat(hash(detached)).isEqualTo(Uploads.sha256(Uploads.pdf(300_000, 1)));
        var gone = new Uploads(port).read(unit, request + "/documents/" + kept);
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(new String(gone.body(), UTF_8)).contains("document-pruned");
        var known = api.get(unit, "/requests/" + request).body().at("/content/documents/0/sha256");
        assertThat(known.asString()).as("what the request knew stays").isEqualTo(hash(kept));
        assertThat(told(request)).isEqualTo(2);
        job.run(Mandating.today().plusDays(KEEP + 1));
        assertThat(told(request)).as("once").isEqualTo(2);
    }

    /** What an agency has seen stays, and so does what its applicant still writes. */
    @Test
    void keepsWhatSomebodyMayNeed() {
        var unit = table.enterprise("示例清乙（虚构）");
        var submitted = table.request(unit, draft("Dextran", "9004-54-0"), "DRAFT");
        var seen = attach(unit, submitted, 3);
        api.move(unit, submitted, "submission").expect(200);
        api.move(unit, submitted, "withdrawal").expect(200);
        var open = table.request(unit, draft("Mannitol", "69-65-8"), "DRAFT");
        var written = attach(unit, open, 4);
        // nobody does it, but were it done by mistake nothing would be lost
        db.sql("update document set let_go_on = date '2020-01-01' where id = any (:ids)")
                .param("ids", new UUID[] {seen, written})
                .update();

        job.run(Mandating.today().plusYears(9));

        assertThat(chunks(seen)).isPositive();
        assertThat(chunks(written)).isPositive();
        assertThat(told(submitted) + told(open)).isZero();
    }

    /** More than one transaction takes, by two instances at once: each once. */
    @Test
    void sharesTheWorkAmongInstances() {
        var unit = table.enterprise("示例清丙（虚构）");
        var request = table.request(unit, draft("Dextran", "9004-54-0"), "DRAFT");
        db.sql(
                        """
                        insert into document (id, request, sha256, size, stored_at, let_go_on)
                        select gen_random_uuid(), :request, repeat('0', 64), 1, now(), date '2020-01-01'
                        from generate_series(1, 250)
                        """)
                .param("request", UUID.fromString(request))
                .update();
        var day = Mandating.today();

        var pruned = Race.run(() -> job.run(day), () -> job.run(day));

        assertThat(pruned.getFirst() + pruned.getLast()).isGreaterThanOrEqualTo(250);
        job.run(day);
        assertThat(told(request)).isEqualTo(250);
    }

    private UUID attach(Officer unit, String request, int seed) {
        var documents =
                new Uploads(port)
                        .attach(unit, request, "PROJECT_PLAN", Uploads.pdf(300_000, seed))
                        .expect(201)
                        .body()
                        .at("/content/documents");
        return UUID.fromString(documents.get(documents.size() - 1).path("id").asString());
    }

    private long told(String request) {
        var auditor = new Officer("auditor-1", null, Set.of("AUDITOR"));
        var told = 0;
        var path = "/audit?limit=100&subject=" + request;
        for (var next = path; next != null; ) {
            var page = api.get(auditor, next).expect(200).body();
            told +=
                    (int)
                            page.path("items")
                                    .valueStream()
                                    .filter(
                                            act ->
                                                    act.path("type")
                                                            .asString()
                                                            .endsWith("document-pruned.v1"))
                                    .count();
            next =
                    page.path("next").isNull() || page.path("next").isMissingNode()
                            ? null
                            : path + "&cursor=" + page.path("next").asString();
        }
        return told;
    }

    private long chunks(UUID document) {
        return db.sql("select count(*) from document_chunk where document = :id")
                .param("id", document)
                .query(Long.class)
                .single();
    }

    private String hash(UUID document) {
        return db.sql("select sha256 from document where id = :id")
                .param("id", document)
                .query(String.class)
                .single();
    }
}
