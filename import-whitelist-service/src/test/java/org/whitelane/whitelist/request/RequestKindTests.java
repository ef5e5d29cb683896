package org.whitelane.whitelist.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whitelane.whitelist.support.Table.article;
import static org.whitelane.whitelist.support.Table.draft;

import org.junit.jupiter.api.Test;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.WhitelistApi.Answer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The five kinds of requests over HTTP: what each must name, and who may name it. */
class RequestKindTests extends ServiceTestBase {

    @Test
    void addsItemsForListedUnitsOnly() {
        var a = table.enterprise("示例种类甲（虚构）");
        var draft = kind("ADD_ITEM", draft("Glycine", "56-40-6"));
        var early = api.draft(a, draft).expect(201).text("id");
        assertThat(api.move(a, early, "submission").expect(422).faults())
                .containsExactly("/kind unit-not-listed");

        listed(a, "Dextran", "9004-54-0");

        assertThat(api.move(a, early, "submission").expect(200).text("status"))
                .isEqualTo("SUBMITTED");
    }

    @Test
    void changesAnEntryOfItsOwn() {
        var a = table.enterprise("示例种类乙（虚构）");
        var b = table.enterprise("示例种类丙（虚构）");
        var entry = listed(a, "Dextran", "9004-54-0");
        var change = change(entry, "Dextran 40", "9004-54-0");

        var own = api.draft(a, change).expect(201);
        assertThat(own.body().at("/content/articles/0/entryId").asString()).isEqualTo(entry);
        assertThat(own.body().at("/content/articles/0/nameEn").asString()).isEqualTo("Dextran 40");
        api.move(a, own.text("id"), "submission").expect(200);
        var stranger = api.draft(b, change).expect(201).text("id");
        assertThat(api.move(b, stranger, "submission").expect(422).faults())
                .containsExactly("/articles/0/entryId entry-not-live");
    }

    @Test
    void takesTheArticleOfARenewalFromTheEntry() {
        var a = table.enterprise("示例种类丁（虚构）");
        var b = table.enterprise("示例种类戊（虚构）");
        var entry = listed(a, "Dextran", "9004-54-0");

        var renewal = api.draft(a, about("RENEWAL", entry)).expect(201);
        assertThat(renewal.body().at("/content/articles/0/nameEn").asString()).isEqualTo("Dextran");
        // no source tells how long an entry of this scheme is valid
        assertThat(api.move(a, renewal.text("id"), "submission").expect(422).faults())
                .containsExactly("/entries/0 entry-without-end");
        assertThat(api.draft(b, about("RENEWAL", entry)).expect(422).faults())
                .containsExactly("/entries/0 entry-not-live");
        assertThat(api.draft(a, about("RENEWAL", UUID.randomUUID().toString())).faults())
                .containsExactly("/entries/0 entry-not-live");
    }

    @Test
    void letsAFlaggedUnitGiveItsRightBack() {
        var a = table.enterprise("示例种类己（虚构）");
        var entry = listed(a, "Dextran", "9004-54-0");
        var withdrawal = api.draft(a, about("WITHDRAW_LISTING", entry)).expect(201).text("id");

        assertThat(api.move(a, withdrawal, "submission").expect(200).text("status"))
                .isEqualTo("SUBMITTED");
    }

    @Test
    void tellsWhatAKindHasAndHasNot() {
        var a = new Officer("x", UUID.randomUUID().toString(), java.util.Set.of("APPLICANT_ADMIN"));
        var entry = UUID.randomUUID().toString();
        var both = new HashMap<>(draft("Dextran", "9004-54-0"));
        both.put("entries", List.of(entry));
        assertThat(faults(a, both)).containsExactly("/entries not-expected");

        assertThat(faults(a, kind("RENEWAL", draft("Dextran", "9004-54-0"))))
                .containsExactly("/articles not-expected", "/entries required");
        assertThat(faults(a, kind("CHANGE", draft("Dextran", "9004-54-0"))))
                .containsExactly("/articles/0/entryId required");
        var change = change(entry, "Dextran", "9004-54-0");
        assertThat(faults(a, kind("NEW", change)))
                .containsExactly("/articles/0/entryId not-expected");
        var none = new HashMap<>(about("WITHDRAW_LISTING", entry));
        none.put("entries", List.of());
        none.put("project", Map.of("name", "p"));
        assertThat(faults(a, none))
                .as("with the faults of single fields")
                .containsExactly("/entries empty", "/project/stage required");
    }

    private List<String> faults(Officer officer, Map<String, Object> draft) {
        return api.draft(officer, draft).expect(400).faults();
    }

    /** The unit's entry, published. */
    private String listed(Officer unit, String nameEn, String casNumber) {
        var request = table.request(unit, draft(nameEn, casNumber), "RECOGNISED");
        Answer batch = api.publish(table.office(), request).expect(201);
        return batch.body().at("/entries/0/id").asString();
    }

    private static Map<String, Object> kind(String kind, Map<String, Object> draft) {
        var other = new HashMap<>(draft);
        other.put("kind", kind);
        return other;
    }

    private static Map<String, Object> change(String entry, String nameEn, String casNumber) {
        var article = new HashMap<>(article(nameEn, casNumber));
        article.put("entryId", entry);
        return kind("CHANGE", draft(article));
    }

    private static Map<String, Object> about(String kind, String entry) {
        var wish = kind(kind, draft("Dextran", "9004-54-0"));
        wish.remove("articles");
        wish.put("entries", List.of(entry));
        return wish;
    }
}
