package org.whitelane.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;

/** What an operator and an auditor get to see. */
class ParkedControllerTests extends ParkedBench {

    @Test
    void showsEveryByte() throws Exception {
        take(Records.event(aggregate, 1).value(new byte[] {'{', (byte) 0xff}).with("x", "y"));

        var detail = ok(send("GET", "/" + firstId(), "", "AUDITOR"));

        assertThat(detail.get("key").get("text").asString()).isEqualTo(aggregate);
        assertThat(detail.get("value").get("text").isNull()).isTrue();
        assertThat(detail.get("value").get("base64").asString()).isEqualTo("e/8=");
        assertThat(detail.get("headers").toString()).contains("\"name\":\"x\"", "\"text\":\"y\"");
        assertThat(detail.get("reason").asString()).contains("subscription-confirmed");
        assertThat(detail.get("history")).hasSize(1);
        assertThat(detail.get("version").asLong()).isEqualTo(1);
    }

    @Test
    void listsInPagesAndByFilter() throws Exception {
        for (long version = 2; version <= 6; version++) {
            take(version);
        }
        var path = "?limit=2&aggregate=" + aggregate + "&consumer=" + CONSUMER;
        var seen = new ArrayList<Long>();
        var cursor = "";
        do {
            var page = ok(send("GET", path + cursor, "", "OPERATOR"));
            page.get("items").forEach(i -> seen.add(i.get("version").asLong()));
            cursor = page.get("next").isNull() ? "" : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactly(2L, 3L, 4L, 5L, 6L);
        assertThat(ok(send("GET", path + "&status=FAILED", "", "OPERATOR")).get("items")).isEmpty();
        assertThat(ok(send("GET", "?consumer=another", "", "OPERATOR")).get("items")).isEmpty();
        assertThat(ok(send("GET", "?topic=another", "", "OPERATOR")).get("items")).isEmpty();
        var next = ok(send("GET", path, "", "OPERATOR")).get("next").asString();
        assertRefused(send("GET", "?cursor=" + next, "", "OPERATOR"), 400, "cursor-invalid");
        assertRefused(
                send(
                        "GET",
                        path + "&cursor=" + next.substring(0, next.length() / 2),
                        "",
                        "OPERATOR"),
                400,
                "cursor-invalid");
        assertRefused(send("GET", "?status=LOST", "", "OPERATOR"), 400, "invalid-request");
    }

    @Test
    void actsOnlyOnWhatTheOperatorHasSeen() throws Exception {
        take(2);
        var path = "/" + firstId();
        var seen = send("GET", path, "", "OPERATOR").headers().firstValue("ETag").orElseThrow();
        assertThat(seen).isEqualTo("\"1\"");
        assertThat(on(seen, "GET", path, "").statusCode()).isEqualTo(200);

        assertRefused(on("\"2\"", "POST", path + "/replay", ""), 412, "version-mismatch");
        var stale = on("\"2\"", "POST", path + "/discard", "{\"reason\":\"x\"}");
        assertRefused(stale, 412, "version-mismatch");
        assertThat(stale.headers().firstValue("ETag")).hasValue(seen);

        var discarded = on(seen, "POST", path + "/discard", "{\"reason\":\"x\"}");
        assertThat(ok(discarded).get("status").asString()).isEqualTo("DISCARDED");
        assertThat(discarded.headers().firstValue("ETag")).hasValue("\"2\"");
        assertRefused(
                on(seen, "POST", path + "/discard", "{\"reason\":\"x\"}"), 412, "version-mismatch");
        assertRefused(
                on("\"2\"", "POST", path + "/discard", "{\"reason\":\"x\"}"),
                409,
                "already-resolved");
    }

    @Test
    void letsOnlyOperatorsActAndAuditorsLook() throws Exception {
        take(2);
        var id = firstId();

        assertRefused(send("GET", "", "", "REGULATOR"), 403, "role-missing");
        assertRefused(send("GET", "/" + id, "", "APPLICANT_ADMIN"), 403, "role-missing");
        assertRefused(send("POST", "/" + id + "/replay", "", "AUDITOR"), 403, "role-missing");
        assertRefused(
                send("POST", "/" + id + "/discard", "{\"reason\":\"x\"}", "AUDITOR"),
                403,
                "role-missing");
        assertRefused(
                send("POST", "/" + id + "/discard", "{}", "OPERATOR"), 400, "invalid-request");
        assertRefused(
                send("GET", "/00000000-0000-7000-8000-000000000000", "", "OPERATOR"),
                404,
                "not-found");
        assertRefused(send("GET", "/no-id", "", "OPERATOR"), 404, "not-found");
    }
}
