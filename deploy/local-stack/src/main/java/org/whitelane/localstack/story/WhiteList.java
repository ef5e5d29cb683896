package org.whitelane.localstack.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Chapter b: the two articles of Tianjin's first batch, from a draft with a wrong digit to active
 * entries.
 */
final class WhiteList {

    private static final String ON_THE_WAY = "DRAFT";

    private final Stage stage;

    WhiteList(Stage stage) {
        this.stage = stage;
    }

    void play() {
        stage.narrator.chapter("b. Two requests go all the way (scheme TJ-2022)");
        wrongDigit();
        var dextran =
                request(
                        "enterprise-a",
                        article("右旋糖酐", "Dextran", "9004-54-0", "3913900090", "5000", "EXCIPIENT"));
        var heparin =
                request(
                        "enterprise-b",
                        article(
                                "肝素钠",
                                "Heparin sodium",
                                "9041-08-1",
                                "3001909010",
                                "500",
                                "PRECLINICAL_RESEARCH"));
        stage.narrator.step(
                "dextran (5000 g) and heparin sodium (500 g) submitted, accepted, agreed on by five"
                        + " agencies, recognised");
        publish(List.of(dextran, heparin));
    }

    private void wrongDigit() {
        var draft =
                draft(article("右旋糖酐", "Dextran", "9004-54-1", "3913900090", "5000", "EXCIPIENT"));
        var answer =
                stage.http.post(
                        stage.addresses.api("/whitelist/requests"),
                        stage.officer("enterprise-a"),
                        "story-request-wrong-digit",
                        draft);
        var fault = answer.json().path("faults").path(0);
        if (answer.status() != 400
                || !fault.path("pointer").asString("").equals("/articles/0/casNumber")) {
            throw new StoryFailed("a wrong CAS digit was answered by " + answer.body());
        }
        stage.narrator.step(
                "a wrong CAS digit is refused: %s: %s"
                        .formatted(
                                fault.path("pointer").asString(), fault.path("detail").asString()));
    }

    private String request(String enterprise, Map<String, Object> article) {
        var created =
                stage.create(
                        "request-" + enterprise,
                        stage.officer(enterprise),
                        "/whitelist/requests",
                        draft(article));
        var id = created.text("id");
        stage.memory.remember("request-" + enterprise, id);
        move(id, enterprise, "submission", ON_THE_WAY, Map.of());
        move(id, "intake-officer", "acceptance", "SUBMITTED", Map.of());
        move(id, "municipal-office", "joint-review", "ACCEPTED", Map.of());
        opinions(id);
        move(id, "municipal-office", "recognition", "JOINT_REVIEW", Map.of());
        return id;
    }

    /** Only if the request still stands there: a story that was cut off goes on. */
    private void move(String request, String officer, String move, String from, Object body) {
        if (status(request, officer).equals(from)) {
            stage.act(
                    move,
                    stage.officer(officer),
                    "/whitelist/requests/" + request + "/" + move,
                    body);
        }
    }

    private void opinions(String request) {
        if (!status(request, "municipal-office").equals("JOINT_REVIEW")) {
            return;
        }
        for (var agency : Parties.MEMBERS.values()) {
            var answer =
                    stage.http.post(
                            stage.addresses.api("/whitelist/requests/" + request + "/opinions"),
                            stage.officer("reviewer-" + agency),
                            "story-opinion-" + request + "-" + agency,
                            Map.of("opinion", "AGREE"));
            Stage.expect("opinion of " + agency, answer, 200, 201);
        }
    }

    private String status(String request, String officer) {
        return stage.get(stage.officer(officer), "/whitelist/requests/" + request).text("status");
    }

    /**
     * Frozen by one officer, signed by every agency with a key of its own, published by another.
     */
    private void publish(List<String> requests) {
        var opened =
                stage.create(
                        "batch-opened",
                        stage.officer("municipal-office"),
                        "/whitelist/batches",
                        Map.of(
                                "scheme", "TJ-2022",
                                "decisionDocument", "津示例函〔2026〕1号",
                                "requests", requests));
        var id = opened.text("id");
        var path = "/whitelist/batches/" + id;
        if (batchStatus(path).equals("ASSEMBLING")) {
            stage.act("freezing", stage.officer("municipal-office"), path + "/freezing", Map.of());
        }
        new Signatures(stage).signForAll(id);
        stage.narrator.step(
                "the batch is frozen; each of the five agencies signs its digest with a key of its"
                        + " own");
        var batch =
                stage.create(
                        "batch",
                        stage.officer("municipal-office-second"),
                        path + "/publication",
                        Map.of());
        stage.memory.remember("batch", batch.text("id"));
        var list = stage.all("", "/whitelist/public/TJ-2022/entries");
        var numbers = new ArrayList<String>();
        for (var entry : list) {
            if (!entry.path("status").asString("").equals("ACTIVE") || entry.has("quantity")) {
                throw new StoryFailed("the public list shows " + entry);
            }
            numbers.add(entry.path("entryNumber").asString());
        }
        if (numbers.size() != requests.size()) {
            throw new StoryFailed("expected two entries on the public list, found " + numbers);
        }
        stage.memory.remember("entries", String.join(",", numbers.stream().sorted().toList()));
        stage.narrator.step(
                "one batch published, its entries are active: " + String.join(", ", numbers));
        stage.narrator.see(
                stage.addresses.api("/whitelist/public/TJ-2022/entries")
                        + " (masked: no quantities)");
    }

    private String batchStatus(String path) {
        return stage.get(stage.officer("municipal-office"), path).text("status");
    }

    private static Map<String, Object> draft(Map<String, Object> article) {
        return Map.of(
                "scheme", "TJ-2022",
                "kind", "NEW",
                "articles", List.of(article),
                "project", Map.of("name", "示例研发项目（虚构）", "stage", "PRECLINICAL"),
                "responsiblePerson", "contact-7",
                "commitmentSignedOn", "2026-01-05");
    }

    /**
     * The CAS numbers are real, the HS codes are plausible and unconfirmed, maker and specification
     * are invented.
     */
    private static Map<String, Object> article(
            String nameZh, String nameEn, String cas, String hsCode, String grams, String use) {
        var article = new HashMap<String, Object>();
        article.put("nameZh", nameZh);
        article.put("nameEn", nameEn);
        article.put("casNumber", cas);
        article.put("hsCode", hsCode);
        article.put("specification", "研发级，瓶装（虚构）");
        article.put("quantity", Map.of("amount", grams, "unit", "g"));
        article.put("manufacturer", "Example Fine Chemicals (invented)");
        article.put("manufacturerCountry", "DEU");
        article.put("originCountry", "DEU");
        article.put("use", use);
        return article;
    }
}
