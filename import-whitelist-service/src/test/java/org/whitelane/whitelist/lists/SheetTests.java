package org.whitelane.whitelist.lists;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whitelane.whitelist.entry.EntryStatus;
import org.whitelane.whitelist.lists.Listed.Place;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The files, read back by programs that share nothing with what wrote them. */
class SheetTests {

    /** What people put into a name by accident, and others on purpose. */
    private static final List<String> HOSTILE =
            List.of(
                    "=1+1",
                    "=HYPERLINK(\"https://example.org\",\"click\")",
                    "=cmd|' /C calc'!A0",
                    "+1",
                    "-1",
                    "@SUM(A1:A2)",
                    "\t=1",
                    "\r=1",
                    "\n=1",
                    "  =1",
                    "\u00A0=1",
                    "\u3000=1",
                    "\uFEFF=1",
                    "＝1+1",
                    "＋1",
                    "－1",
                    "＠x",
                    "a,b",
                    "a\"b",
                    "\"a\"",
                    "a\r\nb",
                    "a\nb",
                    "'a",
                    ";a",
                    "右旋糖酐",
                    "𠮷<b>&amp;</b>]]>",
                    " spaces ",
                    "0012",
                    "1e9",
                    "");

    @Test
    void otherProgramsReadTheSameLinesInCsv() throws IOException {
        var records = csv(bytes(ListFormat.CSV, cells(HOSTILE)));
        assertThat(records.getFirst()).containsExactly("name");
        assertThat(records.stream().skip(1).map(r -> r.get(0)).toList())
                .isEqualTo(HOSTILE.stream().map(CsvSheet::harmless).toList());
    }

    @Test
    void noCellOfACsvBeginsAFormula() throws IOException {
        assertThat(csv(bytes(ListFormat.CSV, cells(HOSTILE))))
                .allSatisfy(
                        line ->
                                assertThat(line.get(0).strip())
                                        .doesNotMatch("(?s)^[=+\\-@＝＋－＠].*"));
    }

    /** What is no formula is not touched: an apostrophe too many would be a change. */
    @ParameterizedTest
    @ValueSource(strings = {"a=b", "a-b", "9004-54-0", "1.5", "示例（虚构）", " a", "'a", "N,N-二甲基"})
    void leavesHarmlessCellsAlone(String cell) {
        assertThat(CsvSheet.harmless(cell)).isEqualTo(cell);
    }

    @Test
    void writesTheCsvOfRfc4180BehindAMark() throws IOException {
        var text = new String(bytes(ListFormat.CSV, cells(List.of("a,b", "c"))), UTF_8);
        assertThat(text).isEqualTo("\uFEFFname\r\n\"a,b\"\r\nc\r\n");
    }

    @Test
    void otherProgramsReadTheSameLinesInXlsxAsTextOnly() throws IOException {
        try (var workbook = workbook(bytes(ListFormat.XLSX, cells(HOSTILE)))) {
            var rows = workbook.getFirstSheet().read();
            for (var i = 0; i < HOSTILE.size(); i++) {
                var wanted = HOSTILE.get(i);
                if (!wanted.isEmpty()) {
                    var cell = rows.get(i + 1).getCell(0);
                    assertThat(cell.getType()).as(wanted).isEqualTo(CellType.STRING);
                    assertThat(cell.getFormula()).isNull();
                    // XML knows one line end only (XML 1.0 §2.11)
                    assertThat(lineFeeds(cell.asString())).isEqualTo(lineFeeds(wanted));
                }
            }
        }
    }

    private static String lineFeeds(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** XML 1.0 has no place for them, however escaped; a file that nobody can open helps nobody. */
    @Test
    void leavesOutOfXlsxWhatXmlCannotSay() throws IOException {
        try (var workbook =
                workbook(bytes(ListFormat.XLSX, cells(List.of("a\u0000b\u0007c\uFFFEd"))))) {
            assertThat(workbook.getFirstSheet().read().get(1).getCellText(0)).matches("a.?b.?c.?d");
        }
    }

    @Test
    void continuesOnAnotherWorksheet() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sheet = new XlsxSheet(out, List.of("name"), 10)) {
            for (var i = 0; i < 25; i++) {
                sheet.line(List.of("line " + i));
            }
        }
        try (var workbook = workbook(out.toByteArray())) {
            assertThat(workbook.getSheets().map(SheetTests::lines))
                    .containsExactly(numbered(0, 10), numbered(10, 20), numbered(20, 25));
        }
    }

    /** Nothing waits in memory for the end: what is read so far is out, but for a portion. */
    @ParameterizedTest
    @EnumSource(ListFormat.class)
    void writesWhileItReads(ListFormat format) throws IOException {
        var sink = new Counting();
        var most = 0L;
        var lines = 20_000;
        var before = new long[lines];
        var source =
                IntStream.range(0, lines)
                        .mapToObj(
                                i -> {
                                    before[i] = sink.count;
                                    return listed(
                                            "%040d".formatted(Math.floorMod(i * 7919L, 1_000_003)));
                                })
                        .iterator();
        ListFiles.write(source, PublicEntry.COLUMNS, false, format, sink);
        for (var i = 1; i < lines; i++) {
            most = Math.max(most, before[i] - before[i - 1]);
        }
        assertThat(before[lines - 1]).isGreaterThan(sink.count * 9 / 10);
        assertThat(most).isLessThan(sink.count / 10);
    }

    @ParameterizedTest
    @EnumSource(ListFormat.class)
    void tellsTheSameLinesByTheSameTag(ListFormat format) {
        try (var one = file(format, "a", "b");
                var again = file(format, "a", "b");
                var other = file(format, "ab", "")) {
            assertThat(again.entityTag()).isEqualTo(one.entityTag());
            assertThat(other.entityTag()).isNotEqualTo(one.entityTag());
            assertThat(one.entityTag().startsWith("W/")).isEqualTo(format == ListFormat.XLSX);
        }
    }

    private static ListFile file(ListFormat format, String... names) {
        return ListFiles.write(
                Stream.of(names).map(SheetTests::listed).iterator(),
                PublicEntry.COLUMNS,
                false,
                format,
                LocalDate.of(2026, 3, 2));
    }

    private static Listed<PublicEntry> listed(String name) {
        return new Listed<>(
                new PublicEntry(
                        "TJ-2022-B1-1",
                        "示例（虚构）",
                        "物品",
                        name,
                        null,
                        1,
                        LocalDate.of(2026, 3, 2),
                        null,
                        EntryStatus.ACTIVE),
                new Place(1, 1),
                "");
    }

    private static Iterator<Listed<String>> cells(List<String> cells) {
        return cells.stream().map(c -> new Listed<>(c, Place.START, "")).iterator();
    }

    private static byte[] bytes(ListFormat format, Iterator<Listed<String>> lines)
            throws IOException {
        var out = new ByteArrayOutputStream();
        var columns = List.of(Column.<String>of("name", cell -> cell));
        ListFiles.write(lines, columns, false, format, out);
        return out.toByteArray();
    }

    private static List<CSVRecord> csv(byte[] bytes) throws IOException {
        var text = new String(bytes, UTF_8);
        assertThat(text).startsWith("\uFEFF");
        var strict = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
        try (var parser = CSVParser.parse(text.substring(1), strict)) {
            return parser.getRecords();
        }
    }

    private static ReadableWorkbook workbook(byte[] bytes) throws IOException {
        return new ReadableWorkbook(new ByteArrayInputStream(bytes));
    }

    private static List<String> lines(Sheet sheet) {
        try {
            return sheet.read().stream().map(row -> row.getCellText(0)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> numbered(int from, int to) {
        var lines = new ArrayList<>(List.of("name"));
        IntStream.range(from, to).forEach(i -> lines.add("line " + i));
        return lines;
    }

    private static final class Counting extends OutputStream {

        private long count;

        @Override
        public void write(int b) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count += length;
        }
    }
}
