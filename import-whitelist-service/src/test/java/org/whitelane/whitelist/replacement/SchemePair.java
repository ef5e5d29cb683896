package org.whitelane.whitelist.replacement;

import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.InventedScheme;
import org.whitelane.whitelist.support.RegistryTopic;
import org.whitelane.whitelist.support.Table;
import org.whitelane.whitelist.support.WhitelistApi;
import org.whitelane.whitelist.support.WhitelistApi.Answer;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Two invented schemes, loaded as anybody's are. The second has a directory and supersedes the
 * first.
 */
final class SchemePair {

    static final String BASIS = "示例办函〔2024〕1号";

    final String old;
    final String successor;
    final Table before;
    final Table after;
    private final WhitelistApi api;

    /**
     * @param changes of the successor's file, each what it replaces and by what
     */
    SchemePair(WhitelistApi api, RegistryTopic registry, String... changes) {
        this.api = api;
        this.old = InventedScheme.code("RA", "-2023");
        this.successor = InventedScheme.code("RB", "-2024");
        this.before = InventedScheme.load(api, registry, old);
        this.after =
                InventedScheme.load(
                        api,
                        registry,
                        successor,
                        Stream.concat(
                                        Stream.of(
                                                "\"supersedes\": null",
                                                "\"supersedes\": \"" + old + "\"",
                                                "\"UNIT_ITEM_PAIR\"",
                                                "\"UNIT_DIRECTORY\""),
                                        Stream.of(changes))
                                .toArray(String[]::new));
    }

    Officer unit(String name) {
        return before.enterprise("示例替换" + name + "（虚构）");
    }

    /** With one entry of the old scheme. */
    String listed(Officer unit) {
        var request = before.request(unit, draft("Dextran", "9004-54-0"), "RECOGNISED");
        return published(request);
    }

    String published(String request) {
        return api.publishUnder(old, before.office(), request)
                .expect(201)
                .body()
                .at("/entries/0/id")
                .asString();
    }

    Map<String, Object> draft(String nameEn, String cas) {
        return Table.draftUnder(old, Table.article(nameEn, cas));
    }

    Answer order(Officer officer, String entries, String requests) {
        return api.post(
                officer,
                "/schemes/" + old + "/replacement",
                Map.of(
                        "replacedBy",
                        successor,
                        "entries",
                        entries,
                        "requests",
                        requests,
                        "basis",
                        BASIS));
    }

    JsonNode replacement() {
        return api.get(after.office(), "/schemes/" + old + "/replacement").expect(200).body();
    }

    String status(String entry) {
        return api.get(before.office(), "/entries/" + entry).expect(200).text("status");
    }

    String requestStatus(Officer officer, String request) {
        return api.get(officer, "/requests/" + request).expect(200).text("status");
    }

    /** Of the unit in directories. */
    List<String> places(Officer unit) {
        return api.get(unit, "/units")
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(place -> place.path("id").asString())
                .toList();
    }
}
