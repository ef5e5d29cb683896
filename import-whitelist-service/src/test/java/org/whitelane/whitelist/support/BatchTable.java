package org.whitelane.whitelist.support;

import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.WhitelistApi.Answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A batch from its opening to its publication, by everybody who has a part in it. */
public final class BatchTable {

    /** By organisation; a key is registered once per JVM, as the seats are bound once. */
    private static final Map<String, Signer> SIGNERS = new HashMap<>();

    private final WhitelistApi api;
    private final String scheme;
    private final Officer office;

    public BatchTable(WhitelistApi api, String scheme, Officer office) {
        this.api = api;
        this.scheme = scheme;
        this.office = office;
    }

    /** Who publishes is not who froze. */
    public Officer second() {
        return new Officer(office.subject() + "-second", office.organisation(), office.roles());
    }

    public Answer open(String... requests) {
        return api.post(
                office,
                "/batches",
                Map.of(
                        "scheme",
                        scheme,
                        "decisionDocument",
                        "津示例函〔2026〕1号",
                        "requests",
                        List.of(requests)));
    }

    public Answer freeze(String batch) {
        return api.post(office, "/batches/" + batch + "/freezing", Map.of());
    }

    /** Every agency that has to. */
    public List<Answer> sign(String batch) {
        var shown = api.get(office, "/batches/" + batch).expect(200);
        var answers = new ArrayList<Answer>();
        shown.body()
                .path("seal")
                .path("missing")
                .forEach(role -> answers.add(signer(role.asString()).sign(api, batch)));
        return answers;
    }

    public Signer signer(String role) {
        var organisation = Objects.requireNonNull(Table.seat(scheme, role));
        synchronized (SIGNERS) {
            return SIGNERS.computeIfAbsent(
                    organisation,
                    id -> {
                        var signer =
                                Signer.of(
                                        new Officer(
                                                "signer-" + role + "-" + id,
                                                id,
                                                Set.of("MEMBER_AGENCY_REVIEWER")));
                        signer.register(api).expect(201);
                        return signer;
                    });
        }
    }

    /** Frozen and signed by all. */
    public String signed(String... requests) {
        var batch = open(requests).expect(201).text("id");
        freeze(batch).expect(200);
        sign(batch).forEach(answer -> answer.expect(200));
        return batch;
    }

    public Answer publish(String batch) {
        return api.post(second(), "/batches/" + batch + "/publication", Map.of());
    }

    /** All of it; the first refusal ends it, and the requests are free for another batch. */
    public Answer publish(String[] requests) {
        var opened = open(requests);
        if (opened.status() != 201) {
            return opened;
        }
        var batch = opened.text("id");
        var answer = sealed(batch);
        if (answer.status() == 200) {
            answer = publish(batch);
        }
        if (answer.status() != 201) {
            api.post(
                    office,
                    "/batches/" + batch + "/abandonment",
                    Map.of("reason", "cannot be published"));
        }
        return answer;
    }

    private Answer sealed(String batch) {
        var frozen = freeze(batch);
        if (frozen.status() != 200) {
            return frozen;
        }
        return sign(batch).stream()
                .filter(signed -> signed.status() != 200)
                .findFirst()
                .orElse(frozen);
    }
}
