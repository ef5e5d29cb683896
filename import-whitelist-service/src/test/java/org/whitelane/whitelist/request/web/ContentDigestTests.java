package org.whitelane.whitelist.request.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whitelane.chassis.web.Fault;

class ContentDigestTests {

    /** Of "hello". */
    private static final String HEX =
            "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    private static final String FIELD = "sha-256=:LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=:";

    @ParameterizedTest
    @ValueSource(strings = {"", "sha-512=:YWJj:, ", " "})
    void isReadWhereverItStands(String before) {
        assertThat(ContentDigest.sha256(before + FIELD)).contains(HEX);
        assertThat(ContentDigest.sha256(before + FIELD + " , md5=:YWJj:")).contains(HEX);
        assertThat(ContentDigest.faults(before + FIELD)).isEmpty();
    }

    @Test
    void isWrittenAsItIsRead() {
        assertThat(ContentDigest.field(HEX)).isEqualTo(FIELD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha-256",
                "sha-256=LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=",
                "sha-256=:LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmC==:",
                "sha-256=:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824:",
                "sha-2567=:LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=:",
                "xsha-256=:LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=:"
            })
    void whatIsNoneIsAFault(String field) {
        assertThat(ContentDigest.sha256(field)).isEmpty();
        assertThat(ContentDigest.faults(field)).extracting(Fault::code).contains("content-digest");
    }

    @Test
    void itIsRequired() {
        assertThat(ContentDigest.faults(null)).extracting(Fault::code).containsExactly("required");
    }
}
