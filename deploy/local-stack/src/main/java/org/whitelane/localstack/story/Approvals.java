package org.whitelane.localstack.story;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Chapter d: real approvals as publicly announced by the companies (listed in docs/events.md's test
 * data).
 */
final class Approvals {

    /** Whose strength the steward types wrongly at first; chapter f corrects it. */
    static final String MISTYPED = "CXHL2500674";

    static final String TYPED = "50mg";

    static final String ANNOUNCEMENT = "company announcement";

    private static final List<Ind> RECORDS =
            List.of(
                    new Ind(
                            "CXSL2200037",
                            "2022LP00550",
                            "IMPLIED",
                            "BC008抗体注射液",
                            null,
                            "宝船生物医药科技（上海）有限公司",
                            "BIOLOGIC",
                            null,
                            "2022-01-21",
                            "2022-04-02"),
                    new Ind(
                            "CXSL2500924",
                            "2026LP00112",
                            "APPROVED",
                            "B023细胞注射液",
                            null,
                            "上海医药集团生物治疗技术有限公司",
                            "BIOLOGIC",
                            "1",
                            "2025-10-23",
                            "2026-01-20"),
                    new Ind(
                            "CXHL2500671",
                            "2025LP02497",
                            "APPROVED",
                            "LXH-1211片",
                            "0.5mg",
                            "山东新华制药股份有限公司",
                            "CHEMICAL",
                            "1",
                            "2025-07",
                            null),
                    new Ind(
                            "CXHL2500672",
                            "2025LP02498",
                            "APPROVED",
                            "LXH-1211片",
                            "1mg",
                            "山东新华制药股份有限公司",
                            "CHEMICAL",
                            "1",
                            "2025-07",
                            null),
                    new Ind(
                            "CXHL2500673",
                            "2025LP02499",
                            "APPROVED",
                            "LXH-1211片",
                            "2mg",
                            "山东新华制药股份有限公司",
                            "CHEMICAL",
                            "1",
                            "2025-07",
                            null),
                    new Ind(
                            "CXHL2500674",
                            "2025LP02500",
                            "APPROVED",
                            "LXH-1211片",
                            "5mg",
                            "山东新华制药股份有限公司",
                            "CHEMICAL",
                            "1",
                            "2025-07",
                            null),
                    new Ind(
                            "CXZL2400070",
                            "2025LP00084",
                            "APPROVED",
                            "LBZ-18",
                            null,
                            "广州白云山汉方现代药业有限公司",
                            "TCM",
                            "1.2",
                            "2024-10-28",
                            "2025-01-09"),
                    new Ind(
                            "CXZL2400071",
                            "2025LP00085",
                            "APPROVED",
                            "LBZ-18口服乳",
                            null,
                            "广州白云山汉方现代药业有限公司",
                            "TCM",
                            "1.2",
                            "2024-10-28",
                            "2025-01-09"));

    static final int COUNT = RECORDS.size();

    private final Stage stage;

    Approvals(Stage stage) {
        this.stage = stage;
    }

    record Ind(
            String acceptance,
            String notice,
            String decision,
            String product,
            @Nullable String strength,
            String sponsor,
            String modality,
            @Nullable String registrationClass,
            String acceptedOn,
            @Nullable String announcedOn) {

        Map<String, Object> body() {
            return body(strength);
        }

        Map<String, Object> body(@Nullable String typedStrength) {
            var drug = new HashMap<String, Object>();
            drug.put("nameZh", product);
            drug.put("sponsor", sponsor);
            drug.put("modality", modality);
            put(drug, "strength", typedStrength);
            put(drug, "registrationClass", registrationClass);
            var body = new HashMap<String, Object>();
            body.put("acceptanceNumber", acceptance);
            body.put("noticeNumber", notice);
            body.put("decision", decision);
            body.put("product", drug);
            body.put("acceptedOn", Map.of("value", acceptedOn, "source", ANNOUNCEMENT));
            if (announcedOn != null) {
                body.put("announcedOn", Map.of("value", announcedOn, "source", ANNOUNCEMENT));
            }
            return body;
        }

        private static void put(Map<String, Object> map, String name, @Nullable String value) {
            if (value != null) {
                map.put(name, value);
            }
        }
    }

    /** As it was announced. */
    static Ind mistyped() {
        return RECORDS.stream()
                .filter(ind -> ind.acceptance().equals(MISTYPED))
                .findFirst()
                .orElseThrow();
    }

    void play() {
        stage.narrator.chapter("d. Clinical-trial approvals as publicly announced");
        for (var ind : RECORDS) {
            stage.create(
                    "ind-" + ind.acceptance(),
                    stage.officer("approval-steward"),
                    "/approvals/ind",
                    ind.acceptance().equals(MISTYPED) ? ind.body(TYPED) : ind.body());
        }
        var listed = stage.all("", "/approvals/ind").size();
        if (listed != COUNT) {
            throw new StoryFailed(
                    "the public list holds %d approvals, expected %d".formatted(listed, COUNT));
        }
        stage.narrator.step(
                "%d approvals recorded, among them 2022LP00550 (implied) and 2025LP02497-02500 (accepted in 2025-07, day unknown)"
                        .formatted(COUNT));
        stage.narrator.see(stage.addresses.api("/approvals/ind").toString());
    }
}
