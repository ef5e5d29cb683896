package org.whitelane.whitelist.document;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whitelane.whitelist.core.Finding;

import java.util.HexFormat;

class FileKindTests {

    private static final String SHA = "0".repeat(64);

    @ParameterizedTest
    @CsvSource({
        "255044462d312e37, PDF",
        "ffd8ffe000104a46, JPEG",
        "ffd8ffdb, JPEG",
        "89504e470d0a1a0a, PNG",
        "49492a0008000000, TIFF",
        "4d4d002a00000008, TIFF"
    })
    void isToldByItsBeginning(String head, FileKind kind) {
        assertThat(FileKind.beginning(HexFormat.of().parseHex(head))).contains(kind);
        assertThat(FileKind.of(kind.mediaType().toUpperCase(java.util.Locale.ROOT))).contains(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "2550444600, no PDF without its hyphen",
        "ffd8, a beginning that is cut off",
        "504b030414000600, an archive",
        "4d5a900003000000, a program",
        "3c68746d6c3e, a page",
        "0025504446, a PDF behind another byte"
    })
    void whatBeginsOtherwiseIsNone(String head, String what) {
        assertThat(FileKind.beginning(HexFormat.of().parseHex(head))).as(what).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceWithBothValues() {
        var arrival =
                new Arrival(FileKind.PDF, SHA, "1".repeat(64), 4, "MZ\0\0".getBytes(ISO_8859_1));

        assertThat(arrival.findings())
                .extracting(Finding::pointer, Finding::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("#Content-Digest", "digest-mismatch"),
                        org.assertj.core.groups.Tuple.tuple("#Content-Type", "not-of-its-type"));
        assertThat(arrival.findings().getFirst().detail()).contains(SHA, "1".repeat(64));
    }

    @Test
    void anotherKindIsNamed() {
        var picture = HexFormat.of().parseHex("89504e470d0a1a0a");

        assertThat(new Arrival(FileKind.PDF, SHA, SHA, 8, picture).findings())
                .singleElement()
                .extracting(Finding::detail)
                .asString()
                .contains("application/pdf", "image/png");
    }

    @Test
    void nothingIsSaidOfNothingButThatItIsEmpty() {
        assertThat(new Arrival(FileKind.PDF, SHA, "1".repeat(64), 0, new byte[0]).findings())
                .extracting(Finding::code)
                .containsExactly("document-empty");
    }
}
