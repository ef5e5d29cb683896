package org.whitelane.whitelist.lists;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Comma-separated values (RFC 4180): CRLF, quotes where needed. It begins with a byte order mark,
 * without which Excel takes the Chinese in it for another character set; RFC 4180 knows none, so a
 * program that reads it must skip U+FEFF.
 */
final class CsvSheet implements Sheet {

    /**
     * What makes a spreadsheet calculate instead of show; the wide forms, too, where it is set to
     * Chinese or Japanese.
     */
    private static final String BEGINS_FORMULA = "=+-@\t\r\n＝＋－＠";

    private final Writer out;

    CsvSheet(OutputStream out, List<String> headings) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
        this.out.write('\uFEFF');
        line(headings);
    }

    @Override
    public void line(List<String> cells) throws IOException {
        out.write(cells.stream().map(CsvSheet::field).collect(Collectors.joining(",")));
        out.write("\r\n");
    }

    private static String field(String cell) {
        var text = harmless(cell);
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    /** An apostrophe before it makes it text, also behind spaces that a reader might trim. */
    static String harmless(String cell) {
        var first = 0;
        while (first < cell.length() && isSpace(cell.charAt(first))) {
            first++;
        }
        return first < cell.length() && BEGINS_FORMULA.indexOf(cell.charAt(first)) >= 0
                ? "'" + cell
                : cell;
    }

    private static boolean isSpace(char c) {
        return BEGINS_FORMULA.indexOf(c) < 0
                && (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF');
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
