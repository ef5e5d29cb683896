package org.whitelane.whitelist;

import org.whitelane.testing.ApiExamples;
import org.whitelane.testing.Infra;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.Imports;
import org.whitelane.whitelist.support.Table;
import org.whitelane.whitelist.support.WhitelistApi;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** The examples about entries and imports, in an order in which each finds the state it needs. */
final class ImportExamples {

    private ImportExamples() {}

    static void send(ApiExamples examples, WhitelistApi api, Table table) {
        var unit = table.enterprise("示例进口文档（虚构）");
        var imports = new Imports(api, table);
        var entry = imports.entry(unit);
        check(examples, imports, api.get(unit, "/entries/" + entry).text("entryNumber"));
        move(examples, "reserveDeclaration", plan(examples, unit, entry), unit);
        examples.call("listDeclaration").bearer(token(unit)).send();
        var cancelled = plan(examples, unit, entry);
        move(examples, "cancelDeclaration", cancelled, unit);
        move(examples, "showDeclaration", cancelled, unit);
        var received = declared(examples, imports, unit, entry);
        move(examples, "releaseCustoms", received, imports.customs());
        move(examples, "receiveDeclaration", received, unit);
        var refused = imports.reserved(unit, entry, "1");
        imports.declare(unit, refused, Map.of()).expect(200);
        move(examples, "refuseCustoms", refused, imports.customs());
        var returned = imports.reserved(unit, entry, "1");
        imports.declare(unit, returned, Map.of()).expect(200);
        move(examples, "sendBackCustoms", returned, imports.customs());
        receipt(examples, unit, entry);
        move(examples, "suspendEntryDecision", entry, imports.customs());
        move(examples, "liftEntryDecision", entry, table.office());
        move(examples, "revokeEntryDecision", entry, table.office());
        move(examples, "removeEntryDecision", imports.entry(unit), table.office());
    }

    private static void receipt(ApiExamples examples, Officer unit, String entry) {
        var issued = examples.call("issueReceipt").with("id", entry).bearer(token(unit)).send();
        move(examples, "showReceipt", entry, unit);
        move(examples, "pngReceipt", entry, unit);
        move(examples, "svgReceipt", entry, unit);
        move(examples, "pageReceipt", entry, unit);
        var list = issued.at("/claims/status/status_list/uri").asString();
        examples.call("listVerification")
                .with("id", list.substring(list.lastIndexOf('/') + 1))
                .send();
        examples.call("keysVerification").send();
        examples.call("rotateIssuerKey").as("operator-1", null).send();
        examples.call("rewrapIssuerKey").as("operator-1", null).send();
    }

    private static void check(ApiExamples examples, Imports imports, String number) {
        examples.call("checkCustomsCheck")
                .replacing("entryNumber", number)
                .bearer(token(imports.customs()))
                .send();
    }

    private static String declared(
            ApiExamples examples, Imports imports, Officer unit, String entry) {
        var id = imports.reserved(unit, entry, "1500");
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        examples.call("declareCustoms")
                .with("id", id)
                .replacing("number", "0202%d1000000018".formatted(today.getYear()))
                .replacing("declaredOn", today.toString())
                .bearer(token(imports.customs()))
                .send();
        return id;
    }

    private static String plan(ApiExamples examples, Officer unit, String entry) {
        return examples.call("planDeclaration")
                .replacing("entry", entry)
                .bearer(token(unit))
                .send()
                .path("id")
                .asString();
    }

    private static void move(ApiExamples examples, String move, String id, Officer officer) {
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
