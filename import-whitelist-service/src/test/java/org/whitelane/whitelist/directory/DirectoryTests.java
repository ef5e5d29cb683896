package org.whitelane.whitelist.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whitelane.whitelist.support.Table.article;
import static org.whitelane.whitelist.support.Table.draftUnder;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whitelane.events.EntryEvent.EntryActivated;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.Fixtures;
import org.whitelane.whitelist.support.Imports;
import org.whitelane.whitelist.support.Race;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.Table;
import org.whitelane.whitelist.support.WhitelistApi.Answer;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * A scheme that recognises units: the unit is listed by a request without articles, its articles
 * follow without a review, and each can be imported at once.
 */
class DirectoryTests extends ServiceTestBase {

    private static final String SCHEME = "SH-2024";

    private Table shanghai;
    private Imports imports;
    private Officer unit;
    private String listing;

    @BeforeEach
    void list() {
        shanghai = new Table(api, registry, Fixtures.shipped(SCHEME));
        imports = new Imports(api, shanghai);
        unit = shanghai.enterprise("示例目录（虚构）", "310115");
        publish().expect(201);
        listing = api.get(unit, "/units").expect(200).body().at("/items/0/id").asString();
    }

    @Test
    void importsWhatAListedUnitFiles() {
        var entry = file(article("Dextran", "9004-54-0")).expect(201).text("id");

        var reserved = imports.reserved(unit, entry, "100");
        assertThat(imports.show(unit, reserved).text("status")).isEqualTo("RESERVED");
        var check = check(entry).body();
        assertThat(check.path("admissible").asBoolean()).as(check.toString()).isTrue();
        var shown = api.get(null, "/public/" + SCHEME + "/units?limit=100").expect(200);
        assertThat(shown.raw().body()).contains("示例目录（虚构）").doesNotContain(id(unit));
        await().untilAsserted(
                        () -> {
                            assertThat(events.typesOf(listing)).containsExactly("UnitListed");
                            assertThat(events.of(entry).getFirst())
                                    .isInstanceOf(EntryActivated.class);
                        });
        assertThat(publish().code()).as("one place only").isEqualTo("entry-already-active");
    }

    /** As an article of a request. */
    @Test
    void countsTheVialsOfWhatIsFiled() {
        var inVials = new HashMap<>(article("Dextran", "9004-54-0"));
        inVials.put("content", Map.of("amount", "100", "unit", "g", "per", "vial"));
        var entry = file(inVials).expect(201).text("id");

        var plan = imports.plan(unit, entry, "2", "vial").expect(201);
        assertThat(plan.body().at("/quantity/planned").asString()).isEqualTo("200");
    }

    @Test
    void holdsTheRulesAgainstWhatIsFiled() {
        file(article("Dextran", "9004-54-0")).expect(201);
        assertThat(file(article("Dextran 40", "9004-54-0")).code())
                .isEqualTo("entry-already-active");
        var precursor = file(article("Acetone", "67-64-1")).expect(422);
        assertThat(precursor.faults()).containsExactly("/casNumber precursor-chemicals");
        assertThat(precursor.raw().body()).contains("PRECURSOR_CHEMICALS of SH-2024 version 1");
        var sold = new HashMap<>(article("Glycine", "56-40-6"));
        sold.put("use", "SALE");
        assertThat(file(sold).expect(422).faults()).containsExactly("/use forbidden-use");
        var stranger = shanghai.enterprise("示例外人（虚构）", "310115");
        assertThat(
                        api.post(
                                        stranger,
                                        "/units/" + listing + "/articles",
                                        article("Glycine", "56-40-6"))
                                .code())
                .isEqualTo("not-found");

        registry.raise(id(unit), "flag-1", "SERIOUS_DISHONESTY");
        await().untilAsserted(
                        () ->
                                assertThat(file(article("Glycine", "56-40-6")).faults())
                                        .contains(" credit-ok"));
    }

    /** Two filings of one article at once, and of two: never two entries in one place. */
    @Test
    void numbersWhatIsFiledAtOnce() {
        var answers =
                Race.run(
                        () -> file(article("Dextran", "9004-54-0")),
                        () -> file(article("Dextran", "9004-54-0")),
                        () -> file(article("Glycine", "56-40-6")),
                        () -> file(article("Sucrose", "57-50-1")));

        var made = answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(made).hasSize(3);
        assertThat(made).extracting(answer -> answer.text("entryNumber")).doesNotHaveDuplicates();
    }

    @Test
    void endsWithEverythingThatWasFiled() {
        var entry = file(article("Dextran", "9004-54-0")).expect(201).text("id");
        var held = imports.reserved(unit, entry, "100");

        var end = Map.of("reason", "sold on (invented)");
        assertThat(api.post(unit, "/units/" + listing + "/removal", end).status()).isEqualTo(403);
        api.post(shanghai.office(), "/units/" + listing + "/revocation", end).expect(200);

        assertThat(api.get(unit, "/entries/" + entry).text("status")).isEqualTo("REVOKED");
        assertThat(imports.show(unit, held).text("status")).isEqualTo("CANCELLED");
        assertThat(file(article("Glycine", "56-40-6")).code()).isEqualTo("unit-not-listed");
        assertThat(api.post(shanghai.office(), "/units/" + listing + "/removal", end).code())
                .isEqualTo("illegal-move");
        await().untilAsserted(
                        () ->
                                assertThat(events.typesOf(listing))
                                        .containsExactly("UnitListed", "UnitDelisted"));
        // no source says that this scheme bans
        publish().expect(201);
    }

    private Answer publish() {
        var request = shanghai.request(unit, draftUnder(SCHEME), "RECOGNISED");
        return api.publishUnder(SCHEME, shanghai.office(), request);
    }

    private Answer check(String entry) {
        return api.post(
                        imports.customs(),
                        "/customs/checks",
                        Map.of(
                                "entryNumber",
                                api.get(unit, "/entries/" + entry).text("entryNumber"),
                                "unit",
                                id(unit),
                                "hsCode",
                                "3913900090",
                                "quantity",
                                Imports.quantity("10", "g"),
                                "on",
                                LegalDays.today(Clock.systemUTC()).toString(),
                                "customsOffice",
                                "上海海关"))
                .expect(200);
    }

    private Answer file(Map<String, Object> article) {
        return api.post(unit, "/units/" + listing + "/articles", article);
    }
}
