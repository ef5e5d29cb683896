package org.whitelane.whitelist.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class IdentifierTests {

    @ParameterizedTest
    @CsvSource({
        "TJ-2022-2026-000017, number:TJ-2022-2026-000017",
        "tj-2022-b1-3, number:TJ-2022-B1-3",
        "SH-2023-B12, number:SH-2023-B12",
        "020220261000000017, number:020220261000000017",
        "020220261000000017, credit:020220261000000017",
        "91350100m000100y43, credit:91350100M000100Y43",
        "9004-54-0, cas:9004-54-0",
        "39, hs:39",
        "3913.90, hs:391390",
        "3913.90.0090, hs:3913900090",
        "京示例发〔2022〕1号, document:京示例发〔2022〕1号",
        "京示例发[2022]1号, document:京示例发〔2022〕1号",
        "京示例发（2022）1号, document:京示例发〔2022〕1号",
        "0192a000-0000-7000-8000-000000000001, id:0192a000-0000-7000-8000-000000000001",
        "0192A000-0000-7000-8000-000000000001, unit:0192a000-0000-7000-8000-000000000001",
        "' 示例药业  （虚构） ', name:示例药业 （虚构）"
    })
    void readsWhatWasTyped(String typed, String term) {
        assertThat(terms(typed)).contains(term);
    }

    @ParameterizedTest
    @CsvSource({"3", "39139000901", "3913..90", ".39", "39."})
    void takesNothingElseForThePrefixOfAnHsCode(String typed) {
        assertThat(terms(typed)).noneMatch(term -> term.startsWith("hs:"));
    }

    @Test
    void saysWhyACasNumberCannotBe() {
        assertThat(Identifier.read("9004-54-1"))
                .isInstanceOfSatisfying(
                        Identifier.Impossible.class,
                        impossible -> {
                            assertThat(impossible.why().pointer()).isEqualTo("?q");
                            assertThat(impossible.why().detail()).contains("it should be 0");
                        });
    }

    private static List<String> terms(String typed) {
        return ((Identifier.Readings) Identifier.read(typed))
                .terms().stream().map(Term::text).toList();
    }
}
