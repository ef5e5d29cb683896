package org.whitelane.whitelist;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.whitelane.testing.Infra;
import org.whitelane.testing.edge.Call;
import org.whitelane.testing.edge.Edge;
import org.whitelane.testing.edge.EdgeContract;
import org.whitelane.whitelist.core.Json;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.scheme.PilotScheme;
import org.whitelane.whitelist.scheme.SchemeService;
import org.whitelane.whitelist.support.Fixtures;
import org.whitelane.whitelist.support.RegistryTopic;
import org.whitelane.whitelist.support.ServiceTest;
import org.whitelane.whitelist.support.Table;
import org.whitelane.whitelist.support.WhitelistApi;

import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The white list's edge keeps the promises of every edge. */
@ServiceTest
class WhitelistEdgeTests extends EdgeContract {

    private static final String ROOT = "/api/v1/whitelist";

    /** Made once: a batch never changes, and its entry not here. */
    private static @Nullable String batch;

    private static final AtomicInteger SCHEME = new AtomicInteger();

    private final String applicant = applicant("a");
    private final String other = applicant("b");
    private final String anyone = Infra.issuer().token("somebody", null);
    private final String registrar = Infra.issuer().token("registrar", null, "REGISTRAR");
    private final String regulator = Infra.issuer().token("regulator", null, "REGULATOR");
    private final RegistryTopic registry = new RegistryTopic();

    @LocalServerPort private int port;

    @Autowired private SchemeService schemes;

    private final Map<String, String> seats = new HashMap<>();
    private String office = "";

    @BeforeEach
    void layTheTable() {
        var api = new WhitelistApi(port);
        var table = new Table(api, registry);
        office = token(table.office());
        for (var role : Fixtures.AGENCIES) {
            seats.put(role, String.valueOf(table.reviewer(role).organisation()));
        }
        if (batch == null) {
            var enterprise = table.enterprise("示例边（虚构）");
            var request =
                    table.request(enterprise, Table.draft("Dextran", "9004-54-0"), "RECOGNISED");
            batch = ROOT + "/batches/" + api.publish(table.office(), request).text("id");
        }
    }

    @AfterEach
    void close() {
        registry.close();
    }

    @Override
    public Edge edge() {
        return new Edge(
                base(),
                anyone,
                new Edge.Creation(
                        ROOT + "/requests", () -> draft("2026-01-05"), applicant, other, false),
                new Edge.Listing(
                        ROOT + "/requests",
                        applicant,
                        this::drafted,
                        List.of(
                                Call.get(ROOT + "/requests?status=DRAFT&cursor=").by(applicant),
                                Call.get(ROOT + "/requests?cursor=").by(other),
                                Call.get(ROOT + "/entries?cursor=").by(applicant),
                                Call.get(ROOT + "/public/TJ-2022/entries?cursor="),
                                Call.get(ROOT + "/feed/whitelane.whitelist.request.v1?after=")
                                        .by(regulator))),
                List.of(request(), published(), entry(), scheme()),
                List.of(
                        new Edge.Day(
                                "/commitmentSignedOn",
                                day ->
                                        Call.post(ROOT + "/requests", draft(day))
                                                .by(applicant)
                                                .once())));
    }

    private Edge.Aggregate request() {
        Function<String, Call> revision = path -> Call.put(path, draft("2026-01-06")).by(applicant);
        return new Edge.Aggregate(
                "request",
                this::drafted,
                applicant,
                List.of(
                        revision,
                        revision,
                        path -> Call.post(path + "/withdrawal", "{}").by(applicant)));
    }

    private Edge.Aggregate published() {
        return new Edge.Aggregate("batch", () -> String.valueOf(batch), office, List.of());
    }

    private Edge.Aggregate entry() {
        return new Edge.Aggregate("entry", this::firstEntry, office, List.of());
    }

    private Edge.Aggregate scheme() {
        return new Edge.Aggregate(
                "scheme",
                this::activated,
                null,
                List.of(path -> bound(path, "MPA"), path -> bound(path, "CUSTOMS")));
    }

    /** Tianjin's rules under a code of their own, with an empty table. */
    private String activated() {
        var code = "XY%d-2022".formatted(SCHEME.incrementAndGet());
        schemes.activate(
                Json.read(
                        Fixtures.tianjinFile().replace("\"TJ-2022\"", "\"" + code + "\""),
                        PilotScheme.class));
        return ROOT + "/schemes/" + code;
    }

    private Call bound(String path, String agencyRole) {
        var seat = Map.of("agencyRole", agencyRole, "organisation", seats.get(agencyRole));
        return Call.post(path + "/members", JsonMapper.shared().writeValueAsString(seat))
                .by(registrar);
    }

    private String firstEntry() {
        var shown = Call.get(String.valueOf(batch)).by(office).send(base()).expect(200).json();
        return ROOT + "/entries/" + shown.path("entries").path(0).path("id").asString();
    }

    private String drafted() {
        return Call.post(ROOT + "/requests", draft("2026-01-05"))
                .by(applicant)
                .once()
                .send(base())
                .expect(201)
                .location();
    }

    private static String draft(String signedOn) {
        var draft = new HashMap<>(Table.draft("Dextran", "9004-54-0"));
        draft.put("commitmentSignedOn", signedOn);
        draft.put("project", Map.of("name", "p " + UUID.randomUUID(), "stage", "PRECLINICAL"));
        return JsonMapper.shared().writeValueAsString(draft);
    }

    private URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static String applicant(String name) {
        return Infra.issuer()
                .token("edge-" + name, UUID.randomUUID().toString(), "APPLICANT_ADMIN");
    }

    private static String token(Officer officer) {
        return Infra.issuer()
                .token(
                        officer.subject(),
                        officer.organisation(),
                        officer.roles().toArray(String[]::new));
    }
}
