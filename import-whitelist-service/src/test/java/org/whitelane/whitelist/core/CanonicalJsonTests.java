package org.whitelane.whitelist.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class CanonicalJsonTests {

    /** RFC 8785 §3.2.3: by UTF-16 code units, so the pair comes before U+FB33. */
    @Test
    void sortsMembersAsTheRfcDoes() {
        var members = new LinkedHashMap<String, String>();
        members.put("\u20ac", "Euro Sign");
        members.put("\r", "Carriage Return");
        members.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
        members.put("1", "One");
        members.put("\ud83d\ude00", "Emoji: Grinning Face");
        members.put("\u0080", "Control");
        members.put("\u00f6", "Latin Small Letter O With Diaeresis");

        assertThat(CanonicalJson.write(members))
                .isEqualTo(
                        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                                + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\","
                                + "\"\u20ac\":\"Euro Sign\","
                                + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                                + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void escapesAsLittleAsItMust() {
        assertThat(CanonicalJson.write(List.of("\u0000\b\t\n\f\r\u001f\"\\/\u007f\u2028中")))
                .isEqualTo("[\"\\u0000\\b\\t\\n\\f\\r\\u001f\\\"\\\\/\u007f\u2028中\"]");
    }

    @Test
    void writesIntegersAndLeavesOutWhatIsAbsent() {
        var members = new HashMap<String, Object>();
        members.put("b", List.of(1, -2, 0L, true));
        members.put("a", Map.of("z", 9_007_199_254_740_991L));

        assertThat(CanonicalJson.write(members))
                .isEqualTo("{\"a\":{\"z\":9007199254740991},\"b\":[1,-2,0,true]}");
        assertThat(
                        CanonicalJson.write(
                                new Article(
                                        "生物制品",
                                        "Protein",
                                        null,
                                        "3002120000",
                                        "s",
                                        new Amount("2.50", "mL"),
                                        "m",
                                        "JPN",
                                        "JPN",
                                        "EXCIPIENT",
                                        null)))
                .doesNotContain("casNumber", "null")
                .startsWith("{\"hsCode\":\"3002120000\"");
    }

    @Test
    void refusesWhatHasNoSingleForm() {
        assertThatThrownBy(() -> CanonicalJson.write(List.of(0.5)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.write(List.of(1L << 53)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.write(List.of("\ud83d")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void digestsUtf8() {
        assertThat(CanonicalJson.digest(""))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
