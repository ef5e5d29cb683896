package org.whitelane.system;

import java.util.List;
import java.util.Map;

/** Requests as an enterprise would send them. */
final class Drafts {

    private Drafts() {}

    static Map<String, Object> of(String project, int number) {
        var article =
                Map.of(
                        "nameZh", "右旋糖酐（负载）" + number,
                        "nameEn", "Dextran under load " + number,
                        "casNumber", "9004-54-0",
                        "hsCode", "3913900090",
                        "specification", "load",
                        "quantity", Map.of("amount", "1", "unit", "g"),
                        "manufacturer", "Example (invented)",
                        "manufacturerCountry", "DEU",
                        "originCountry", "DEU",
                        "use", "EXCIPIENT");
        return Map.of(
                "scheme", "TJ-2022",
                "kind", "NEW",
                "articles", List.of(article),
                "project", Map.of("name", project, "stage", "PRECLINICAL"),
                "responsiblePerson", "contact-7",
                "commitmentSignedOn", "2026-01-05");
    }
}
