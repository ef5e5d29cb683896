package org.whitelane.localstack.story;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Chapter a: who takes part. Names and credit codes are invented and say so. */
final class Parties {

    /** Role in the scheme to the agency's short name. */
    static final Map<String, String> MEMBERS = members();

    private static final List<Party> PARTIES =
            List.of(
                    new Party(
                            "enterprise-a",
                            "91120116MA00DEM14F",
                            "津示例甲生物医药有限公司（虚构）",
                            "Example A Biopharma (invented)",
                            "ENTERPRISE",
                            "120116"),
                    new Party(
                            "enterprise-b",
                            "91120116MA00DEM22A",
                            "津示例乙医药研发有限公司（虚构）",
                            "Example B Pharma R&D (invented)",
                            "ENTERPRISE",
                            "120116"),
                    new Party(
                            "mpa",
                            "1112000000DEM00318",
                            "示例市药品监督管理局（虚构）",
                            "Example Medical Products Administration (invented)",
                            "AUTHORITY",
                            "120101"),
                    new Party(
                            "science",
                            "1112000000DEM004X0",
                            "示例市科学技术局（虚构）",
                            "Example Science and Technology Bureau (invented)",
                            "AUTHORITY",
                            "120101"),
                    new Party(
                            "commerce",
                            "1112000000DEM00580",
                            "示例市商务局（虚构）",
                            "Example Commerce Bureau (invented)",
                            "AUTHORITY",
                            "120101"),
                    new Party(
                            "customs",
                            "1112000000DEM0066T",
                            "示例海关（虚构）",
                            "Example Customs (invented)",
                            "CUSTOMS",
                            "120101"),
                    new Party(
                            "ftz",
                            "1112011600DEM00741",
                            "示例自贸区管委会（虚构）",
                            "Example FTZ Committee (invented)",
                            "AUTHORITY",
                            "120116"),
                    new Party(
                            "regulator",
                            "1111000000DEM0082C",
                            "示例监管机构（虚构）",
                            "Example Regulator (invented)",
                            "AUTHORITY",
                            "110101"));

    private final Stage stage;

    Parties(Stage stage) {
        this.stage = stage;
    }

    private record Party(
            String name,
            String creditCode,
            String nameZh,
            String nameEn,
            String type,
            String division) {}

    void play() {
        stage.narrator.chapter("a. Who takes part (all invented, and marked so)");
        PARTIES.forEach(this::register);
        stage.narrator.step(
                PARTIES.size()
                        + " organisations registered: two enterprises, five agencies, a regulator");
        credential("enterprise-a", "enterprise-a", "APPLICANT_ADMIN", "RND_IMPORT_OFFICER");
        credential("enterprise-b", "enterprise-b", "APPLICANT_ADMIN", "RND_IMPORT_OFFICER");
        credential("intake-officer", "mpa", "INTAKE_OFFICER");
        credential("municipal-office", "mpa", "MUNICIPAL_OFFICE");
        credential("municipal-office-second", "mpa", "MUNICIPAL_OFFICE");
        MEMBERS.values()
                .forEach(
                        agency ->
                                credential("reviewer-" + agency, agency, "MEMBER_AGENCY_REVIEWER"));
        credential("customs-officer", "customs", "CUSTOMS_OFFICER");
        credential("approval-steward", "mpa", "APPROVAL_STEWARD");
        credential("regulator", "regulator", "REGULATOR");
        credential("auditor", "regulator", "AUDITOR");
        new FeedGrants(stage).give();
        MEMBERS.forEach(this::bind);
        stage.narrator.step(
                "one credential per officer issued, the five member agencies of scheme TJ-2022"
                        + " bound");
        stage.narrator.see(
                stage.memory.credentialsFile()
                        + " (client ids and secrets of this data directory)");
    }

    private void register(Party party) {
        var answer =
                stage.create(
                        "organisation-" + party.name(),
                        stage.registrar(),
                        "/registry/organisations",
                        Map.of(
                                "creditCode", party.creditCode(),
                                "nameZh", party.nameZh(),
                                "nameEn", party.nameEn(),
                                "types", List.of(party.type()),
                                "registeredDivision", party.division()));
        stage.memory.remember("organisation-" + party.name(), answer.text("id"));
    }

    private void credential(String officer, String party, String... roles) {
        if (stage.memory.credential(officer).isPresent()) {
            return;
        }
        var organisation = stage.memory.known("organisation-" + party);
        var answer =
                stage.create(
                        "credential-" + officer,
                        stage.registrar(),
                        "/registry/credentials",
                        Map.of("organisation", organisation, "roles", List.of(roles)));
        stage.memory.remember(
                new Memory.Credential(
                        officer,
                        answer.text("clientId"),
                        answer.text("clientSecret"),
                        List.of(roles),
                        organisation));
    }

    private void bind(String role, String agency) {
        stage.create(
                "member-" + agency,
                stage.registrar(),
                "/whitelist/schemes/TJ-2022/members",
                Map.of(
                        "agencyRole",
                        role,
                        "organisation",
                        stage.memory.known("organisation-" + agency)));
    }

    private static Map<String, String> members() {
        var members = new LinkedHashMap<String, String>();
        members.put("MPA", "mpa");
        members.put("S_AND_T", "science");
        members.put("COMMERCE", "commerce");
        members.put("CUSTOMS", "customs");
        members.put("FTZ_COMMITTEE", "ftz");
        return members;
    }
}
