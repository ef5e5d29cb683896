package org.whitelane.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class EntityTagsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"3\"",
                "  \"3\"\t",
                "*",
                " * ",
                "\"1\", \"3\"",
                "\"1\",\"2\",\"3\"",
                ",\"3\",, ",
                "\"a,b\", \"3\"",
                "W/\"7\", \"3\"",
                "\"\u00e9\", \"3\"",
            })
    void nameTheVersionThree(String field) {
        assertThat(EntityTags.parse(field).orElseThrow().nameStrongly(3)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "W/\"3\"",
                "\"03\"",
                "\"\"",
                "\"30\"",
                "\"-3\"",
                "\"+3\"",
                "\"3,4\"",
                "\"99999999999999999999999\"",
                "\"x\"",
                "\"1\", W/\"3\""
            })
    void nameAnother(String field) {
        assertThat(EntityTags.parse(field).orElseThrow().nameStrongly(3)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "3",
                "\"3",
                "3\"",
                "w/\"3\"",
                "W/3",
                "W/ \"3\"",
                "\"3\" \"4\"",
                "\"3\";\"4\"",
                "*, \"3\"",
                "\"3\", *",
                "**",
                "'3'",
                "\"3\"\"",
                "\"a b\"",
                "\" 3\"",
                "\"\u4e00\""
            })
    void areNotRead(String field) {
        assertThat(EntityTags.parse(field)).isEmpty();
    }

    @Test
    void readersCompareWeakly() {
        assertThat(EntityTags.parse("W/\"3\"").orElseThrow().name(3)).isTrue();
        assertThat(EntityTags.parse("W/\"3\"").orElseThrow().name(4)).isFalse();
    }

    @Test
    void severalLinesAreOneList() {
        assertThat(condition("\"1\"", "\"3\"").test(3)).isTrue();
        assertThat(condition("\"1\"", "\"3\"").test(2)).isFalse();
    }

    @Test
    void whatIsNotThereMatchesNoCondition() {
        assertThat(condition("*").test(0)).isFalse();
        assertThat(condition("\"0\"").test(0)).isFalse();
        assertThat(condition().test(0)).isTrue();
        assertThat(condition("*").test(1)).isTrue();
    }

    /** Many quotes must not cost more than many characters. */
    @Test
    void aLongFieldIsReadOnce() {
        var field = "\"1\",".repeat(20_000) + "\"3\" x";

        assertThat(EntityTags.parse(field)).isEmpty();
    }

    private static IfMatch condition(String... lines) {
        var request = new MockHttpServletRequest();
        for (var line : lines) {
            request.addHeader(IfMatch.HEADER, line);
        }
        return IfMatch.of(request);
    }
}
