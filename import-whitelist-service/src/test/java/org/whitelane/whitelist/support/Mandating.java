package org.whitelane.whitelist.support;

import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.WhitelistApi.Answer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Mandates, as units give them over HTTP. */
public record Mandating(WhitelistApi api) {

    /** Good for a month from today, under every scheme. */
    public String give(Officer unit, Officer agent, String... acts) {
        return tryToGive(unit, form(agent, acts)).expect(201).text("id");
    }

    public Answer tryToGive(Officer unit, Map<String, Object> form) {
        return api.post(unit, "/mandates", form);
    }

    public Answer revoke(Officer unit, String mandate) {
        return api.post(unit, "/mandates/" + mandate + "/revocation", Map.of("reason", "a test"));
    }

    public static Map<String, Object> form(Officer agent, String... acts) {
        var form = new HashMap<String, Object>();
        form.put("agent", String.valueOf(agent.organisation()));
        form.put("acts", List.of(acts));
        form.put("from", today().toString());
        form.put("to", today().plusDays(30).toString());
        form.put("basis", "委托合同 2026-17（虚构）");
        return form;
    }

    public static Map<String, Object> onBehalfOf(Officer unit, Map<String, Object> draft) {
        var named = new HashMap<>(draft);
        named.put("onBehalfOf", String.valueOf(unit.organisation()));
        return named;
    }

    public static LocalDate today() {
        return LegalDays.today(Clock.systemUTC());
    }
}
