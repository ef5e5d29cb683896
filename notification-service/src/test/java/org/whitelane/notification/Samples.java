package org.whitelane.notification;

import org.whitelane.notification.alert.Alert;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Alerts as they come in; the enterprise is invented. */
public final class Samples {

    public static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

    private Samples() {}

    public static Alert.BatchPublished batch() {
        return new Alert.BatchPublished(
                UUID.fromString("01900000-0000-7000-8000-000000000001"),
                NOW,
                "TJ-2022",
                "天津市生物医药研发用物品进口",
                "Tianjin R&D articles",
                1,
                "津市监药〔2022〕1号",
                "2022-11-18",
                2,
                2);
    }

    public static Alert.IndRecorded ind() {
        return new Alert.IndRecorded(
                UUID.fromString("01900000-0000-7000-8000-000000000002"),
                NOW,
                "0190aaaa-0000-7000-8000-000000000002",
                "CXSL2200037",
                "2022LP00550",
                "注射用某单抗",
                "Anti-PD-1 antibody for injection",
                "100mg",
                "1",
                "BIOLOGIC",
                false,
                "示例生物（天津）有限公司",
                "APPROVED",
                List.of("晚期实体瘤"),
                "2022-01-21",
                "2022-04",
                "2022-05-10");
    }

    /** The same alerts with the given text in every field that holds text. */
    public static List<Alert> with(String text) {
        return List.of(
                new Alert.BatchPublished(
                        UUID.randomUUID(), NOW, text, text, text, 1, text, text, 2, 2),
                new Alert.IndRecorded(
                        UUID.randomUUID(),
                        NOW,
                        text,
                        text,
                        text,
                        text,
                        text,
                        text,
                        text,
                        text,
                        true,
                        text,
                        text,
                        List.of(text),
                        text,
                        text,
                        text));
    }
}
