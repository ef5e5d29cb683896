package org.whitelane.whitelist.support;

import org.whitelane.whitelist.core.Officer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Entries and bans for tests that want a fresh one each: many come of one publication, which is
 * what takes time. One of these per JVM.
 */
public final class Stock {

    private static final List<String> CAS_NUMBERS =
            List.of(
                    "9004-54-0",
                    "57-50-1",
                    "56-40-6",
                    "50-99-7",
                    "64-17-5",
                    "67-64-1",
                    "56-81-5",
                    "69-65-8",
                    "63-42-3",
                    "58-08-2");

    private final Deque<String> entries = new ArrayDeque<>();
    private final Deque<String> entriesOfMany = new ArrayDeque<>();

    /** One that nobody has touched. */
    public String entry(WhitelistApi api, Table table) {
        if (entries.isEmpty()) {
            var unit = table.enterprise("示例存货（虚构）");
            var request = table.request(unit, Table.draft(articles()), "RECOGNISED");
            entries.addAll(entries(api.publish(table.office(), request)));
        }
        return entries.pop();
    }

    /** Under Beijing's scheme. A ban takes everything from a unit: each needs one of its own. */
    public String ban(WhitelistApi api, Table beijing) {
        if (entriesOfMany.isEmpty()) {
            var requests =
                    Stream.generate(() -> recognised(beijing))
                            .limit(CAS_NUMBERS.size())
                            .toArray(String[]::new);
            entriesOfMany.addAll(entries(api.publishUnder("BJ-2022", beijing.office(), requests)));
        }
        var entry = "/entries/" + entriesOfMany.pop();
        api.post(beijing.office(), entry + "/revocation", Map.of("reason", "a test")).expect(200);
        var unit = api.get(beijing.office(), entry).text("organisation");
        var officer = new Officer("applicant-" + unit, unit, Set.of("APPLICANT_ADMIN"));
        return api.get(officer, "/bans").body().at("/items/0/id").asString();
    }

    private static String recognised(Table beijing) {
        var draft = Table.draftUnder("BJ-2022", Table.article("Dextran", "9004-54-0"));
        return beijing.request(beijing.enterprise("示例禁入（虚构）", "110108"), draft, "RECOGNISED");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object>[] articles() {
        return CAS_NUMBERS.stream()
                .map(number -> Table.article("Substance " + number, number))
                .toArray(Map[]::new);
    }

    private static List<String> entries(WhitelistApi.Answer published) {
        return published
                .expect(201)
                .body()
                .path("entries")
                .valueStream()
                .map(entry -> entry.path("id").asString())
                .toList();
    }
}
