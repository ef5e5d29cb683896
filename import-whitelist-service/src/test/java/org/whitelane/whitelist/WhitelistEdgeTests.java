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
import org.whitelane.testing.edge.FeedReaders;
import org.whitelane.testing.edge.LineContract;
import org.whitelane.whitelist.core.Json;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.scheme.PilotScheme;
import org.whitelane.whitelist.scheme.SchemeService;
import org.whitelane.whitelist.support.Fixtures;
import org.whitelane.whitelist.support.Imports;
import org.whitelane.whitelist.support.Mandating;
import org.whitelane.whitelist.support.RegistryTopic;
import org.whitelane.whitelist.support.ServiceTest;
import org.whitelane.whitelist.support.Stock;
import org.whitelane.whitelist.support.Table;
import org.whitelane.whitelist.support.WhitelistApi;

import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The white list's edge keeps the promises of every edge. */
@ServiceTest
class WhitelistEdgeTests extends EdgeContract implements LineContract {

    private static final String ROOT = "/api/v1/whitelist";

    /** Made once: a batch never changes. */
    private static @Nullable String batch;

    private static @Nullable Officer holder;
    private static @Nullable String holding;
    private static @Nullable Officer agent;
    private static @Nullable Officer second;

    private static final Stock STOCK = new Stock();

    private static final AtomicInteger SCHEME = new AtomicInteger();
    private static final AtomicInteger ASKED = new AtomicInteger();

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
    private @Nullable Edge edge;

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

    /** Made once for each test: it is asked for at every call, and has many tokens to be signed. */
    @Override
    public Edge edge() {
        var made = edge;
        if (made == null) {
            made = laidOut();
            edge = made;
        }
        return made;
    }

    private Edge laidOut() {
        return new Edge(
                base(),
                anyone,
                List.of(
                        new Edge.Creation(
                                ROOT + "/requests",
                                () -> draft("2026-01-05"),
                                applicant,
                                other,
                                false),
                        new Edge.Creation(
                                ROOT + "/mandates",
                                this::mandate,
                                token(holder()),
                                token(second()),
                                false),
                        claims()),
                List.of(requests(), desk(), mandates()),
                List.of(
                        request(),
                        published(),
                        entry(),
                        declaration(),
                        scheme(),
                        ban(),
                        place(),
                        FeedReaders.of(base(), ROOT, "whitelane.whitelist.entry.v1"),
                        mandate("revocation", holder()),
                        mandate("resignation", agent())),
                List.of(
                        new Edge.Day(
                                "/commitmentSignedOn",
                                day ->
                                        Call.post(ROOT + "/requests", draft(day))
                                                .by(applicant)
                                                .once()),
                        new Edge.Day(
                                "/from",
                                day ->
                                        Call.post(
                                                        ROOT + "/mandates",
                                                        mandate().replace(today(), day))
                                                .by(token(holder()))
                                                .once())));
    }

    private Edge.Listing mandates() {
        return new Edge.Listing(
                ROOT + "/mandates?organisation=" + agent().organisation(),
                token(agent()),
                this::mandated,
                List.of(
                        Call.get(ROOT + "/mandates?cursor=").by(token(agent())),
                        Call.get(ROOT + "/mandates?organisation=" + UUID.randomUUID() + "&cursor=")
                                .by(token(agent())),
                        Call.get(
                                        ROOT
                                                + "/mandates?organisation="
                                                + agent().organisation()
                                                + "&cursor=")
                                .by(token(holder())),
                        Call.get(ROOT + "/requests?cursor=").by(token(agent()))));
    }

    /** Ended by either side. */
    private Edge.Aggregate mandate(String end, Officer by) {
        return new Edge.Aggregate(
                "mandate, " + end,
                this::mandated,
                token(by),
                List.of(
                        path ->
                                Call.post(path + "/" + end, "{\"reason\": \"a test\"}")
                                        .by(token(by))));
    }

    private String mandated() {
        return Call.post(ROOT + "/mandates", mandate())
                .by(token(holder()))
                .once()
                .send(base())
                .expect(201)
                .location();
    }

    private String mandate() {
        var form = Mandating.form(agent(), "DRAFT");
        form.put("basis", "contract " + UUID.randomUUID());
        return JsonMapper.shared().writeValueAsString(form);
    }

    private static String today() {
        return Mandating.today().toString();
    }

    private Officer agent() {
        if (agent == null) {
            agent = table().enterprise("示例边戊（虚构）");
        }
        return agent;
    }

    private Officer second() {
        if (second == null) {
            second = table().enterprise("示例边己（虚构）");
        }
        return second;
    }

    @Override
    public Lines lines() {
        return new Lines(ROOT + "/requests/bulk", "application/x-ndjson", "request", applicant);
    }

    private Edge.Listing requests() {
        return new Edge.Listing(
                ROOT + "/requests",
                applicant,
                this::drafted,
                List.of(
                        Call.get(ROOT + "/requests?status=DRAFT&cursor=").by(applicant),
                        Call.get(ROOT + "/requests?cursor=").by(other),
                        Call.get(ROOT + "/entries?cursor=").by(applicant),
                        Call.get(ROOT + "/declarations?cursor=").by(applicant),
                        Call.get(ROOT + "/bans?cursor=").by(applicant),
                        Call.get(ROOT + "/units?cursor=").by(applicant),
                        Call.get(ROOT + "/public/TJ-2022/entries?cursor="),
                        Call.get(ROOT + "/public/TJ-2022/batches?cursor="),
                        Call.get(ROOT + "/customs/TJ-2022/entries?cursor=")
                                .by(token(imports().customs())),
                        Call.get(ROOT + "/feed/whitelane.whitelist.request.v1?after=")
                                .by(regulator)));
    }

    /** What waits of one unit, so that a walk is short. */
    private Edge.Listing desk() {
        var intake = token(table().intake());
        var assignments = ROOT + "/desk/assignments?desk=INTAKE&organisation=";
        return new Edge.Listing(
                assignments + holder().organisation(),
                "request",
                intake,
                this::submitted,
                List.of(
                        Call.get(assignments + UUID.randomUUID() + "&cursor=").by(intake),
                        Call.get(ROOT + "/desk/assignments?cursor=").by(intake),
                        Call.get(assignments + holder().organisation() + "&cursor=")
                                .by(token(table().office())),
                        Call.get(ROOT + "/requests?cursor=").by(intake)));
    }

    /** Something waits for each who asks. */
    private Edge.Creation claims() {
        return new Edge.Creation(
                ROOT + "/desk/claims",
                () -> {
                    submitted();
                    return ASKED.getAndIncrement() % 2 == 0
                            ? "{\"desk\": \"INTAKE\"}"
                            : "{\"desk\": \"INTAKE\", \"scheme\": \"TJ-2022\"}";
                },
                token(table().intake()),
                token(
                        new Officer(
                                "edge-intake",
                                table().intake().organisation(),
                                Set.of("INTAKE_OFFICER"))),
                false);
    }

    private void submitted() {
        table().request(holder(), Table.draft("Dextran", "9004-54-0"), "SUBMITTED");
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
        return new Edge.Aggregate(
                "entry",
                () -> ROOT + "/entries/" + STOCK.entry(new WhitelistApi(port), table()),
                office,
                List.of(path -> decided(path, "suspension"), path -> decided(path, "lifting")));
    }

    private Edge.Aggregate ban() {
        var beijing = new Table(new WhitelistApi(port), registry, Fixtures.beijing());
        return new Edge.Aggregate(
                "ban",
                () -> ROOT + "/bans/" + STOCK.ban(new WhitelistApi(port), beijing),
                token(beijing.office()),
                List.of(
                        path ->
                                Call.post(path + "/lifting", "{\"reason\": \"a test\"}")
                                        .by(token(beijing.office()))));
    }

    /** In the directory of a scheme that recognises units. */
    private Edge.Aggregate place() {
        var shanghai = new Table(new WhitelistApi(port), registry, Fixtures.shipped("SH-2024"));
        Function<String, Function<String, Call>> move =
                action ->
                        path ->
                                Call.post(path + "/" + action, "{\"reason\": \"a test\"}")
                                        .by(token(shanghai.office()));
        return new Edge.Aggregate(
                "place in a directory",
                () -> ROOT + "/units/" + shanghai.listed(shanghai.enterprise("示例边庚（虚构）", "310115")),
                token(shanghai.office()),
                List.of(move.apply("suspension"), move.apply("lifting"), move.apply("removal")));
    }

    private Edge.Aggregate declaration() {
        var holder = holder();
        return new Edge.Aggregate(
                "declaration",
                () -> planned(holder),
                token(holder),
                List.of(
                        path -> Call.post(path + "/reservation", "{}").by(token(holder)),
                        path ->
                                Call.post(path + "/cancellation", "{\"reason\": \"a test\"}")
                                        .by(token(holder))));
    }

    /** Its first entry lives as long as this JVM. */
    private Officer holder() {
        if (holder == null) {
            holder = table().enterprise("示例边乙（虚构）");
            holding = imports().entry(holder);
        }
        return holder;
    }

    private String planned(Officer unit) {
        var plan = imports().plan(unit, String.valueOf(holding), "0.000001", "g").expect(201);
        return ROOT + "/declarations/" + plan.text("id");
    }

    private Call decided(String path, String move) {
        return Call.post(path + "/" + move, "{\"reason\": \"a test\"}").by(office);
    }

    private Table table() {
        return new Table(new WhitelistApi(port), registry);
    }

    private Imports imports() {
        return new Imports(new WhitelistApi(port), table());
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
                        PilotScheme.class),
                Officer.system());
        return ROOT + "/schemes/" + code;
    }

    private Call bound(String path, String agencyRole) {
        var seat = Map.of("agencyRole", agencyRole, "organisation", seats.get(agencyRole));
        return Call.post(path + "/members", JsonMapper.shared().writeValueAsString(seat))
                .by(registrar);
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
