package org.whitelane.whitelist.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whitelane.whitelist.support.Table.draft;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.WhitelistApi.Answer;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** A dry run says what would come of it, and leaves nothing behind. */
class DryRunTests extends ServiceTestBase {

    private static final long SEED = 20_260_302;

    @Autowired private JdbcClient db;

    @Test
    void saysWhatTheRealThingSays() {
        var a = table.enterprise("示例试算甲（虚构）");
        var random = new Random(SEED);
        for (var i = 0; i < 40; i++) {
            var wish = anyWish(random);
            var before = rows();
            var tried = api.post(a, "/requests?dryRun=true", wish);
            assertThat(rows()).as("nothing is stored by %s", wish).isEqualTo(before);
            var done = api.draft(a, wish);
            assertThat(tried.status()).isEqualTo(done.status() == 201 ? 200 : done.status());
            assertThat(shown(tried)).as("%s", wish).isEqualTo(shown(done));
            if (done.status() == 201) {
                submitsAsTried(a, done.text("id"));
            }
        }
    }

    /** Of those above few are good enough to be submitted, and it must not be left to them. */
    @Test
    void whatWasTriedIsSubmittedWithTheSameKey() {
        var a = table.enterprise("示例试算丁（虚构）");
        var id = table.request(a, draft("Dextran", "9004-54-0"), "DRAFT");
        var key = UUID.randomUUID().toString();
        var path = "/requests/" + id + "/submission";
        var before = rows();

        var tried = api.postOnce(key, a, path + "?dryRun=true", "{}").expect(200);

        assertThat(rows()).isEqualTo(before);
        assertThat(tried.text("status")).isEqualTo("SUBMITTED");
        assertThat(api.get(a, "/requests/" + id).text("status")).isEqualTo("DRAFT");
        var done = api.postOnce(key, a, path, "{}").expect(200);
        assertThat(done.raw().headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(api.get(a, "/requests/" + id).text("status")).isEqualTo("SUBMITTED");
        var repeated = api.postOnce(key, a, path, "{}").expect(200);
        assertThat(repeated.raw().headers().firstValue("Idempotent-Replayed")).hasValue("true");
    }

    private void submitsAsTried(Officer a, String id) {
        var before = rows();
        var tried = api.move(a, id, "submission?dryRun=true");
        assertThat(rows()).isEqualTo(before);
        var done = api.move(a, id, "submission");
        assertThat(tried.status()).isEqualTo(done.status());
        assertThat(shown(tried)).isEqualTo(shown(done));
    }

    @Test
    void drawsNoNumberAndUsesNoKeyUp() {
        var a = table.enterprise("示例试算乙（虚构）");
        var draft = draft("Dextran", "9004-54-0");
        var tried = api.post(a, "/requests?dryRun=true", draft).expect(200);

        assertThat(tried.text("number")).matches("TJ-2022-20\\d\\d-000000");
        assertThat(tried.text("id")).isEqualTo("00000000-0000-0000-0000-000000000000");
        assertThat(tried.raw().headers().firstValue("Location")).isEmpty();
        assertThat(count("idempotency_answer")).isEqualTo(countAfter(() -> tryAgain(a, draft)));
        assertThat(api.get(a, "/requests?status=DRAFT").body().path("items")).isEmpty();
    }

    @Test
    void takesNoOtherWordForYes() {
        var a = table.enterprise("示例试算丙（虚构）");
        for (var word : List.of("yes", "1", "TRUE", "")) {
            var answer = api.post(a, "/requests?dryRun=" + word, draft("Dextran", "9004-54-0"));
            if (!word.isEmpty()) {
                assertThat(answer.expect(400).faults()).containsExactly("?dryRun unknown-value");
            }
        }
    }

    private void tryAgain(Officer a, Map<String, Object> draft) {
        api.post(a, "/requests?dryRun=true", draft).expect(200);
    }

    private long countAfter(Runnable work) {
        work.run();
        return count("idempotency_answer");
    }

    /** Some right, some against the rules, some of the wrong shape. */
    private static Map<String, Object> anyWish(Random random) {
        var articles = new ArrayList<Map<String, Object>>();
        for (var i = 0; i <= random.nextInt(3); i++) {
            articles.add(anyArticle(random));
        }
        var wish = new HashMap<>(draft("Dextran", "9004-54-0"));
        wish.put("articles", articles);
        wish.put("kind", random.nextInt(5) == 0 ? "ADD_ITEM" : "NEW");
        wish.put("scheme", random.nextInt(8) == 0 ? "TJ-1922" : "TJ-2022");
        wish.put("commitmentSignedOn", random.nextInt(5) == 0 ? "2099-01-01" : "2026-01-05");
        if (random.nextInt(5) == 0) {
            wish.remove("responsiblePerson");
        }
        return wish;
    }

    private static Map<String, Object> anyArticle(Random random) {
        var article =
                new HashMap<>(
                        org.whitelane.whitelist.support.Table.article("Dextran", "9004-54-0"));
        article.put("originCountry", random.nextInt(4) == 0 ? "CHN" : "DEU");
        article.put("use", random.nextInt(4) == 0 ? "CLINICAL_USE" : "EXCIPIENT");
        article.put("casNumber", random.nextInt(6) == 0 ? "9004-54-1" : "9004-54-0");
        return article;
    }

    /** But for what only the real one can have: its id, its number, its correlation. */
    private static Object shown(Answer answer) {
        var body = (ObjectNode) answer.body().deepCopy();
        body.remove(List.of("id", "number", "correlationId"));
        return body;
    }

    private List<Long> rows() {
        return List.of(count("request"), count("journal_entry"), count("idempotency_answer"));
    }

    private long count(String table) {
        return db.sql("select count(*) from " + table).query(Long.class).single();
    }
}
