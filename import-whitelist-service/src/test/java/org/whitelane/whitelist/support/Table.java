package org.whitelane.whitelist.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.scheme.PilotScheme;
import org.whitelane.whitelist.scheme.PilotScheme.Duty;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The agencies at a scheme's table, seated once for all tests of this JVM, and enterprises as many
 * as wanted.
 */
public final class Table {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Map<String, Map<String, String>> SEATS = new HashMap<>();

    private final WhitelistApi api;
    private final RegistryTopic registry;
    private final PilotScheme scheme;
    private final Map<String, String> seats;

    /** Tianjin's, which has one level and whose lead takes in. */
    public Table(WhitelistApi api, RegistryTopic registry) {
        this(api, registry, Fixtures.tianjin());
    }

    public Table(WhitelistApi api, RegistryTopic registry, PilotScheme scheme) {
        this.api = api;
        this.registry = registry;
        this.scheme = scheme;
        synchronized (SEATS) {
            this.seats = SEATS.computeIfAbsent(scheme.code(), _ -> seat());
        }
    }

    /** Who sits in that place. */
    static String seat(String scheme, String role) {
        synchronized (SEATS) {
            return Objects.requireNonNull(SEATS.getOrDefault(scheme, Map.of()).get(role), role);
        }
    }

    public Officer intake() {
        return officer("intake", onDuty(Duty.INTAKE), "INTAKE_OFFICER");
    }

    /** In schemes of two levels. */
    public Officer district() {
        return officer("district", onDuty(Duty.RECOMMEND), "DISTRICT_REVIEWER");
    }

    public Officer office() {
        return officer("office", onDuty(Duty.PUBLISH), "MUNICIPAL_OFFICE");
    }

    public Officer reviewer(String role) {
        return officer("reviewer-" + role, role, "MEMBER_AGENCY_REVIEWER");
    }

    /** Registered, and known to the service. */
    public Officer enterprise(String nameZh) {
        return enterprise(nameZh, "120116");
    }

    /** Registered in that division, and known to the service. */
    public Officer enterprise(String nameZh, String division) {
        var id = registry.register(nameZh, "ENTERPRISE", division);
        var officer = new Officer("applicant-" + id, id, Set.of("APPLICANT_ADMIN"));
        awaitKnown(officer);
        return officer;
    }

    /** In the zone, with a credit code of its own; the others share one. */
    public Officer enterpriseWith(String creditCode, String nameZh) {
        return enterpriseWith(creditCode, nameZh, "120116");
    }

    public Officer enterpriseWith(String creditCode, String nameZh, String division) {
        var id = registry.register(nameZh, "ENTERPRISE", division, creditCode);
        var officer = new Officer("applicant-" + id, id, Set.of("APPLICANT_ADMIN"));
        awaitKnown(officer);
        return officer;
    }

    /** From a draft to a status on the straight way. */
    public String request(Officer applicant, Map<String, Object> draft, String until) {
        var id = api.draft(applicant, draft).expect(201).text("id");
        if (until.equals("DRAFT")) {
            return id;
        }
        api.move(applicant, id, "submission").expect(200);
        if (until.equals("SUBMITTED")) {
            return id;
        }
        api.move(intake(), id, "acceptance").expect(200);
        if (until.equals("ACCEPTED")) {
            return id;
        }
        if (scheme.governance().recommends()) {
            api.move(district(), id, "recommendation").expect(200);
        }
        api.move(office(), id, "joint-review").expect(200);
        if (until.equals("JOINT_REVIEW")) {
            return id;
        }
        scheme.governance()
                .reviewers()
                .forEach(role -> api.opine(reviewer(role), id, "AGREE").expect(200));
        if (until.equals("AGREED")) {
            return id;
        }
        api.move(office(), id, "recognition").expect(200);
        return id;
    }

    /** Of a scheme that recognises units: the unit's place in its directory, published. */
    public String listed(Officer unit) {
        var request = request(unit, draftUnder(scheme.code()), "RECOGNISED");
        api.publishUnder(scheme.code(), office(), request).expect(201);
        return api.get(unit, "/units?limit=100")
                .body()
                .path("items")
                .valueStream()
                .filter(place -> place.path("request").asString().equals(request))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    public static Map<String, Object> draft(String nameEn, String casNumber) {
        return draft(article(nameEn, casNumber));
    }

    @SafeVarargs
    public static Map<String, Object> draft(Map<String, Object>... articles) {
        return draftUnder("TJ-2022", articles);
    }

    @SafeVarargs
    public static Map<String, Object> draftUnder(String scheme, Map<String, Object>... articles) {
        return Map.of(
                "scheme",
                scheme,
                "kind",
                "NEW",
                "articles",
                List.of(articles),
                "project",
                Map.of("name", "示例研发项目（虚构）", "stage", "PRECLINICAL"),
                "responsiblePerson",
                "person-1",
                "commitmentSignedOn",
                "2024-01-05");
    }

    public static Map<String, Object> article(String nameEn, String casNumber) {
        return Map.of(
                "nameZh", "示例物品",
                "nameEn", nameEn,
                "casNumber", casNumber,
                "hsCode", "3913.90.0090",
                "specification", "R&D grade (invented)",
                "quantity", Map.of("amount", "5000", "unit", "g"),
                "manufacturer", "Example Fine Chemicals (invented)",
                "manufacturerCountry", "DEU",
                "originCountry", "DEU",
                "use", "EXCIPIENT");
    }

    /** Something that only a known party is let do: its draft is submitted and taken back. */
    private void awaitKnown(Officer officer) {
        var draft = draftUnder(scheme.code(), article("Sucrose", "57-50-1"));
        var id = api.draft(officer, draft).expect(201).text("id");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(api.move(officer, id, "submission").status())
                                        .isEqualTo(200));
        api.move(officer, id, "withdrawal").expect(200);
    }

    private Officer officer(String subject, String role, String authority) {
        return new Officer(subject, seats.get(role), Set.of(authority));
    }

    private String onDuty(Duty duty) {
        return scheme.governance().rolesWith(duty).getFirst();
    }

    private Map<String, String> seat() {
        var seated = new HashMap<String, String>();
        scheme.governance().members().stream()
                .map(PilotScheme.Member::agencyRole)
                .forEach(
                        role -> {
                            var id = registry.register("示例" + role, "AUTHORITY", "120101");
                            bind(role, id);
                            seated.put(role, id);
                        });
        return Map.copyOf(seated);
    }

    private void bind(String role, String organisation) {
        var registrar = new Officer("registrar", null, Set.of("REGISTRAR"));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(
                                                api.post(
                                                                registrar,
                                                                "/schemes/%s/members"
                                                                        .formatted(scheme.code()),
                                                                Map.of(
                                                                        "agencyRole", role,
                                                                        "organisation",
                                                                                organisation))
                                                        .status())
                                        .isEqualTo(201));
    }
}
