package org.whitelane.whitelist.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Amount;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.core.Json;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.party.CreditFlag;
import org.whitelane.whitelist.party.Party;
import org.whitelane.whitelist.request.RequestContent;
import org.whitelane.whitelist.scheme.Members;
import org.whitelane.whitelist.scheme.PilotScheme;
import org.whitelane.whitelist.scheme.RequestKind;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Invented parties, the real scheme, the two real articles of its first batch. */
public final class Fixtures {

    public static final String ENTERPRISE = "enterprise-a";

    /** The standard's own example. */
    public static final String CREDIT_CODE = "91350100M000100Y43";

    public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    public static final List<String> AGENCIES =
            List.of("MPA", "S_AND_T", "COMMERCE", "CUSTOMS", "FTZ_COMMITTEE");

    /** Read once: properties ask for them tens of thousands of times. */
    private static final Map<String, PilotScheme> SCHEMES = new ConcurrentHashMap<>();

    private Fixtures() {}

    public static String tianjinFile() {
        return file("TJ-2022.v1.json");
    }

    /** One that has two levels. */
    public static String beijingFile() {
        return file("BJ-2022.v1.json");
    }

    private static String file(String name) {
        try (var file = Fixtures.class.getResourceAsStream("/schemes/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it came with the service. */
    public static PilotScheme shipped(String code) {
        return SCHEMES.computeIfAbsent(
                code, c -> Json.read(file(c + ".v1.json"), PilotScheme.class));
    }

    public static PilotScheme tianjin() {
        return shipped("TJ-2022");
    }

    public static PilotScheme beijing() {
        return shipped("BJ-2022");
    }

    public static Members members() {
        return members(tianjin());
    }

    /** Every seat is taken. */
    public static Members members(PilotScheme scheme) {
        return new Members(
                scheme.governance(),
                scheme.governance().members().stream()
                        .map(PilotScheme.Member::agencyRole)
                        .collect(Collectors.toMap(r -> r, Fixtures::agency)));
    }

    public static String agency(String role) {
        return "agency-" + role.toLowerCase(Locale.ROOT);
    }

    public static Officer applicant() {
        return officer("applicant", ENTERPRISE, "APPLICANT_ADMIN");
    }

    public static Officer intake() {
        return officer("intake", agency("MPA"), "INTAKE_OFFICER");
    }

    public static Officer district() {
        return officer("district", agency("S_AND_T_HAIDIAN"), "DISTRICT_REVIEWER");
    }

    public static Officer office() {
        return officer("office", agency("MPA"), "MUNICIPAL_OFFICE");
    }

    public static Officer reviewer(String role) {
        return officer("reviewer-" + role, agency(role), "MEMBER_AGENCY_REVIEWER");
    }

    public static Officer officer(String subject, String organisation, String... roles) {
        return new Officer(subject, organisation, Set.of(roles));
    }

    public static Party enterprise(CreditFlag... flags) {
        return party("ACTIVE", "120116", flags);
    }

    public static Party party(String status, String division, CreditFlag... flags) {
        return new Party(
                ENTERPRISE,
                CREDIT_CODE,
                "示例甲（虚构）",
                "Example A (invented)",
                List.of("ENTERPRISE"),
                division,
                List.of(),
                status,
                List.of(flags),
                7);
    }

    public static CreditFlag flag(String kind) {
        return new CreditFlag("flag-1", kind, TODAY.minusDays(1), null, false);
    }

    public static Article dextran() {
        return article(Map.of());
    }

    /** Dextran, with what is said otherwise. */
    public static Article article(Map<String, String> other) {
        return new Article(
                "右旋糖酐",
                other.getOrDefault("nameEn", "Dextran"),
                other.getOrDefault("casNumber", "9004-54-0"),
                other.getOrDefault("hsCode", "3913900090"),
                other.getOrDefault("specification", "R&D grade"),
                new Amount("5000", other.getOrDefault("unit", "g")),
                "Example Fine Chemicals (invented)",
                "DEU",
                other.getOrDefault("originCountry", "DEU"),
                other.getOrDefault("use", "EXCIPIENT"),
                null);
    }

    public static Article biologic(String nameEn, String specification) {
        return new Article(
                "生物制品",
                nameEn,
                null,
                "3002120000",
                specification,
                new Amount("2.50", "mL"),
                "Example Biologics (invented)",
                "JPN",
                "JPN",
                "PRECLINICAL_RESEARCH",
                null);
    }

    public static RequestContent content(Article... articles) {
        return new RequestContent(
                RequestKind.NEW,
                (articles.length == 0 ? Stream.of(dextran()) : Stream.of(articles))
                        .map(article -> new RequestContent.Item(article, null))
                        .toList(),
                project(null, null),
                "person-1",
                TODAY.minusDays(10),
                List.of());
    }

    public static RequestContent.Project project(
            @Nullable String owner, @Nullable String contractNumber) {
        return new RequestContent.Project(
                "Example project (invented)",
                "P-1",
                "PRECLINICAL",
                owner,
                null,
                contractNumber,
                TODAY,
                TODAY.plusYears(1));
    }
}
