package org.whitelane.whitelist.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whitelane.whitelist.support.Table.article;
import static org.whitelane.whitelist.support.Table.draft;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.Download;
import org.whitelane.whitelist.support.Imports;
import org.whitelane.whitelist.support.ServiceTestBase;

import tools.jackson.databind.JsonNode;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The published lists over HTTP, as pages and files, for everybody and for customs. */
class ListTests extends ServiceTestBase {

    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /**
     * Random articles of a random project; each secret is looked for in everything that everybody
     * may read, and found in what customs reads.
     */
    @Test
    void neverShowsTheSecretsOfTheFullListInPublic() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var unit = table.enterprise("示例保密（虚构）");
        var articles = new ArrayList<Map<String, Object>>();
        var secrets = new ArrayList<String>();
        for (var i = 0; i < 12; i++) {
            articles.add(secretive(random, secrets));
        }
        var draft = new HashMap<>(draft(articles.toArray(ListTests::maps)));
        var project = Map.of("name", word(random), "stage", "PRECLINICAL", "code", word(random));
        draft.put("project", project);
        draft.put("responsiblePerson", word(random));
        var request = table.request(unit, draft, "RECOGNISED");
        var batch = api.publish(table.office(), request).expect(201);
        var number = batch.body().path("number").asInt();

        var everything = publicAnswers(number);
        var hidden =
                Stream.concat(
                                secrets.stream(),
                                Stream.of(
                                        project.get("name"),
                                        project.get("code"),
                                        String.valueOf(draft.get("responsiblePerson")),
                                        id(unit),
                                        request,
                                        unit.subject()))
                        .toList();
        assertThat(everything)
                .allSatisfy(
                        answer ->
                                hidden.forEach(
                                        secret ->
                                                assertThat(answer.text())
                                                        .as("seed %d, %s", seed, answer.raw().uri())
                                                        .doesNotContainPattern(whole(secret))));
        var full = download(customs(), "/customs/TJ-2022/batches/%d/list".formatted(number));
        assertThat(full.expect(200).text()).contains(secrets);
    }

    /** A secret in the full list, and what makes its line. */
    private static Map<String, Object> secretive(Random random, List<String> secrets) {
        var hsCode = "%010d".formatted(1_000_000_000L + random.nextInt(900_000_000));
        var amount = "%d.%d".formatted(10_000 + random.nextInt(80_000), 1 + random.nextInt(9));
        var article = new HashMap<>(article(word(random), "9004-54-0"));
        article.remove("casNumber");
        article.put("specification", word(random));
        article.put("manufacturer", word(random));
        article.put("manufacturerCountry", "SMR");
        article.put("originCountry", "LIE");
        article.put("hsCode", hsCode);
        article.put("quantity", Map.of("amount", amount, "unit", "g"));
        secrets.addAll(
                List.of(
                        String.valueOf(article.get("specification")),
                        String.valueOf(article.get("manufacturer")),
                        "SMR",
                        "LIE",
                        "EXCIPIENT",
                        hsCode,
                        amount));
        return article;
    }

    private List<JsonNode> walked(String path) {
        var items = new ArrayList<JsonNode>();
        for (var cursor = ""; ; ) {
            var page = api.get(customs(), path + cursor).expect(200).body();
            page.path("items").forEach(items::add);
            if (!page.path("next").isString()) {
                return items;
            }
            cursor = "&cursor=" + page.path("next").asString();
        }
    }

    private List<Download> publicAnswers(int number) {
        var batch = "/public/TJ-2022/batches/" + number;
        return Stream.of(
                        "/public/TJ-2022/entries?limit=100",
                        "/public/TJ-2022/list?format=csv",
                        "/public/TJ-2022/list?format=xlsx",
                        "/public/TJ-2022/batches?limit=100",
                        batch,
                        batch + "/list?format=csv",
                        batch + "/list?format=xlsx",
                        batch + "/changes?format=csv",
                        batch + "/changes?format=xlsx")
                .map(path -> download(null, path).expect(200))
                .toList();
    }

    @Test
    void tellsCustomsWhatIsLeftOfAnEntry() {
        var imports = new Imports(api, table);
        var unit = table.enterprise("示例海关表（虚构）");
        var entry = imports.entry(unit);
        imports.reserved(unit, entry, "1200.5");
        var number = api.get(unit, "/entries/" + entry).text("entryNumber");
        var today = LegalDays.today(Clock.systemUTC()).toString();

        var line = line(download(customs(), "/customs/TJ-2022/list").expect(200).csv(), number);
        assertThat(line)
                .containsEntry("asOf", today)
                .containsEntry("organisation", id(unit))
                .containsEntry("unitNameZh", "示例海关表（虚构）")
                .containsEntry("nameEn", "Dextran")
                .containsEntry("hsCode", "3913900090")
                .containsEntry("approved", "5000")
                .containsEntry("reserved", "1200.5")
                .containsEntry("used", "0")
                .containsEntry("remaining", "3799.5")
                .containsEntry("unitOfMeasure", "g")
                .containsEntry("quotaMode", "TOTAL")
                .containsEntry("decisionDocument", "津示例函〔2026〕1号")
                .containsEntry("status", "ACTIVE");
        assertThat(line.get("creditCode")).hasSize(18);
        assertThat(line(download(customs(), "/customs/TJ-2022/list?format=xlsx").xlsx(), number))
                .isEqualTo(line);
        assertThat(walked("/customs/TJ-2022/entries?limit=100"))
                .filteredOn(item -> item.path("entryNumber").asString().equals(number))
                .singleElement()
                .satisfies(
                        item -> {
                            assertThat(item.at("/quantities/remaining").asString())
                                    .isEqualTo("3799.5");
                            assertThat(item.path("asOf").asString()).isEqualTo(today);
                        });
    }

    @Test
    void showsTheFullListToCustomsAtTheTableAndToAuditorsOnly() {
        var elsewhere = new Officer("customs-9", "another-office", Set.of("CUSTOMS_OFFICER"));
        var auditor = new Officer("auditor", null, Set.of("AUDITOR"));
        for (var path : List.of("/list", "/entries", "/batches/1/list", "/batches/1/changes")) {
            var full = "/customs/TJ-2022" + path;
            assertThat(download(null, full).status()).isEqualTo(401);
            assertThat(download(table.office(), full).status()).isEqualTo(403);
            assertThat(download(elsewhere, full).status()).isEqualTo(404);
            assertThat(download(customs(), full.replace("TJ-2022", "BJ-2022")).status())
                    .isEqualTo(404);
            assertThat(
                            download(customs(), full.replace("/1/", "/99999/").replace("TJ", "NO"))
                                    .status())
                    .isEqualTo(404);
        }
        download(auditor, "/customs/TJ-2022/list").expect(200);
        assertThat(download(null, "/public/NO-SUCH/list").status()).isEqualTo(404);
        assertThat(download(null, "/public/TJ-2022/batches/99999/list").status()).isEqualTo(404);
        assertThat(download(null, "/public/TJ-2022/batches/99999").status()).isEqualTo(404);
        assertThat(download(null, "/public/TJ-2022/batches/x/list").status()).isEqualTo(404);
    }

    @Test
    void keepsABatchAndWhatItChangedApart() {
        var unit = table.enterprise("示例批次（虚构）");
        var published =
                api.publish(
                                table.office(),
                                table.request(
                                        unit,
                                        draft(
                                                article("Sucrose", "57-50-1"),
                                                article("Glycine", "56-40-6")),
                                        "RECOGNISED"))
                        .expect(201);
        var number = published.body().path("number").asInt();
        var path = "/public/TJ-2022/batches/" + number;

        assertThat(download(null, path + "/list").expect(200).csv())
                .extracting(line -> line.get("entryNumber"))
                .containsExactly(
                        "TJ-2022-B%d-1".formatted(number), "TJ-2022-B%d-2".formatted(number));
        assertThat(download(null, path + "/changes?format=xlsx").expect(200).xlsx())
                .extracting(line -> line.get("change") + " " + line.get("nameEn"))
                .containsExactly("ADDED Sucrose", "ADDED Glycine");
        assertThat(download(customs(), "/customs" + path.substring(7) + "/changes").csv())
                .extracting(line -> line.get("change") + " " + line.get("remaining"))
                .containsExactly("ADDED 5000", "ADDED 5000");
        var shown = api.get(null, path).expect(200);
        assertThat(shown.body().path("changes").toString())
                .isEqualTo("{\"added\":2,\"changed\":0,\"removed\":0}");
        assertThat(shown.text("contentDigest")).hasSize(64);
        assertThat(shown.body().path("signatures")).isNotEmpty();
        assertThat(
                        api.get(null, "/public/TJ-2022/batches?limit=1")
                                .expect(200)
                                .body()
                                .at("/items/0/number")
                                .asInt())
                .isGreaterThanOrEqualTo(number);
    }

    @Test
    void sendsAFileThatTheReaderDoesNotHaveYet() {
        api.publish(
                        table.office(),
                        table.request(
                                table.enterprise("示例缓存（虚构）"),
                                draft("Dextran", "9004-54-0"),
                                "RECOGNISED"))
                .expect(201);
        var path = "/public/TJ-2022/list";
        var csv = download(null, path).expect(200);
        assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(csv.header("Content-Disposition"))
                .matches("attachment; filename=\"TJ-2022-public-\\d{4}-\\d\\d-\\d\\d\\.csv\"");
        assertThat(csv.header("ETag")).matches("\"[0-9a-f]{64}\"");
        assertThat(download(null, path, "If-None-Match", csv.header("ETag")).expect(304).bytes())
                .isEmpty();
        assertThat(download(null, path).bytes()).isEqualTo(csv.bytes());

        var xlsx = download(null, path, "Accept", XLSX).expect(200);
        assertThat(xlsx.header("Content-Type")).isEqualTo(XLSX);
        assertThat(xlsx.header("ETag")).matches("W/\"[0-9a-f]{64}\"");
        download(null, path + "?format=xlsx", "If-None-Match", xlsx.header("ETag")).expect(304);
        assertThat(download(null, path + "?format=csv", "Accept", XLSX).header("Content-Type"))
                .startsWith("text/csv");
        assertThat(download(null, path, "Accept", "text/html, */*").header("Content-Type"))
                .startsWith("text/csv");
        assertThat(download(null, path + "?format=pdf").expect(400).text())
                .contains("?format", "unknown-value");

        api.publish(
                        table.office(),
                        table.request(
                                table.enterprise("示例缓存乙（虚构）"),
                                draft("Dextran", "9004-54-0"),
                                "RECOGNISED"))
                .expect(201);
        var later = download(null, path, "If-None-Match", csv.header("ETag")).expect(200);
        assertThat(later.csv()).hasSizeGreaterThan(csv.csv().size());
    }

    private Officer customs() {
        return new Imports(api, table).customs();
    }

    private Download download(@Nullable Officer officer, String path, String... headers) {
        return Download.of(port, officer, path, headers);
    }

    private static Map<String, String> line(List<Map<String, String>> lines, String number) {
        return lines.stream()
                .filter(line -> number.equals(line.get("entryNumber")))
                .findFirst()
                .orElseThrow();
    }

    private static Pattern whole(String secret) {
        return Pattern.compile("(?<![0-9A-Za-z.])" + Pattern.quote(secret) + "(?![0-9A-Za-z])");
    }

    private static String word(Random random) {
        return "w" + Long.toUnsignedString(random.nextLong(), 36);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Map<String, Object>[] maps(int length) {
        return new Map[length];
    }
}
