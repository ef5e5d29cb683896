package org.whitelane.whitelist;

import org.whitelane.testing.ApiExamples;
import org.whitelane.testing.Infra;
import org.whitelane.whitelist.core.Json;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.scheme.PilotScheme;
import org.whitelane.whitelist.scheme.SchemeService;
import org.whitelane.whitelist.support.Fixtures;
import org.whitelane.whitelist.support.RegistryTopic;
import org.whitelane.whitelist.support.Table;
import org.whitelane.whitelist.support.WhitelistApi;

import java.util.Map;

/** The examples about units: their directory, their bans, and schemes that replace each other. */
record UnitExamples(ApiExamples examples, WhitelistApi api, RegistryTopic registry) {

    void send(SchemeService schemes) {
        directory();
        bans();
        replacement(schemes);
    }

    private void directory() {
        var scheme = Fixtures.shipped("SH-2024");
        var table = new Table(api, registry, scheme);
        var unit = table.enterprise("示例目录文档（虚构）", "310115");
        var listing = table.listed(unit);
        move("fileUnitDecision", listing, unit);
        move("showUnit", listing, unit);
        move("suspendUnitDecision", listing, table.office());
        move("liftUnitDecision", listing, table.office());
        examples.call("listUnit").bearer(token(unit)).send();
        examples.call("publicListUnit").send();
        move("revokeUnitDecision", listing, table.office());
        move("removeUnitDecision", table.listed(unit), table.office());
    }

    private void bans() {
        var scheme = Fixtures.beijing();
        var table = new Table(api, registry, scheme);
        var unit = table.enterprise("示例禁入文档（虚构）", "110108");
        var draft = Table.draftUnder(scheme.code(), Table.article("Dextran", "9004-54-0"));
        var request = table.request(unit, draft, "RECOGNISED");
        var entry =
                api.publishUnder(scheme.code(), table.office(), request)
                        .expect(201)
                        .body()
                        .at("/entries/0/id")
                        .asString();
        api.post(table.office(), "/entries/" + entry + "/revocation", Map.of("reason", "sold on"))
                .expect(200);
        var bans = examples.call("listBan").bearer(token(unit)).send();
        var ban = bans.at("/items/0/id").asString();
        move("showBan", ban, unit);
        move("liftBan", ban, table.office());
    }

    private void replacement(SchemeService schemes) {
        schemes.activate(scheme("EA-2023", ""), Officer.system());
        var successor = scheme("EB-2024", "EA-2023");
        schemes.activate(successor, Officer.system());
        var office = new Table(api, registry, successor).office();
        examples.call("orderReplacement")
                .with("code", "EA-2023")
                .replacing("replacedBy", "EB-2024")
                .bearer(token(office))
                .send();
        examples.call("showReplacement").with("code", "EA-2023").bearer(token(office)).send();
    }

    private static PilotScheme scheme(String code, String supersedes) {
        var file = Fixtures.tianjinFile().replace("\"TJ-2022\"", "\"" + code + "\"");
        return Json.read(
                supersedes.isEmpty()
                        ? file
                        : file.replace(
                                "\"supersedes\": null", "\"supersedes\": \"" + supersedes + "\""),
                PilotScheme.class);
    }

    private void move(String move, String id, Officer officer) {
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
