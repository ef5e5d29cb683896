package org.whitelane.whitelist.lists;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The files that spreadsheets and programs read. */
public enum ListFormat {
    CSV("csv", "text/csv"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String code;
    private final String mediaType;

    ListFormat(String code, String mediaType) {
        this.code = code;
        this.mediaType = mediaType;
    }

    /** In queries and file names. */
    public String code() {
        return code;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Whether the same lines always make the same bytes; a workbook tells when it was made. */
    boolean isStable() {
        return this == CSV;
    }

    Sheet sheet(OutputStream out, List<String> headings) throws IOException {
        return switch (this) {
            case CSV -> new CsvSheet(out, headings);
            case XLSX -> new XlsxSheet(out, headings, XlsxSheet.MOST_LINES);
        };
    }
}
