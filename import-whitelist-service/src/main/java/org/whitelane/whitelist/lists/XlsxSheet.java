package org.whitelane.whitelist.lists;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A workbook (ECMA-376). Every cell is a string of its own and never a formula; lines go out in
 * portions. A worksheet that is full is followed by another.
 */
final class XlsxSheet implements Sheet {

    /** Of a worksheet's 1,048,576 rows. */
    static final int MOST_LINES = 1_000_000;

    private static final int PORTION = 500;

    private final Workbook workbook;
    private final List<String> headings;
    private final int mostLines;
    private Worksheet worksheet;
    private int sheets;
    private int row;

    XlsxSheet(OutputStream out, List<String> headings, int mostLines) throws IOException {
        this.workbook = new Workbook(out, "Whitelane", null);
        this.headings = List.copyOf(headings);
        this.mostLines = mostLines;
        this.worksheet = begin();
    }

    @Override
    public void line(List<String> cells) throws IOException {
        if (row > mostLines) {
            worksheet.finish();
            worksheet = begin();
        }
        write(worksheet, cells);
        if (row % PORTION == 0) {
            worksheet.flush();
        }
    }

    private Worksheet begin() {
        sheets++;
        row = 0;
        var next = workbook.newWorksheet(sheets == 1 ? "list" : "list " + sheets);
        next.freezePane(0, 1);
        write(next, headings);
        return next;
    }

    private void write(Worksheet sheet, List<String> cells) {
        for (var column = 0; column < cells.size(); column++) {
            if (!cells.get(column).isEmpty()) {
                sheet.inlineString(row, column, cells.get(column));
            }
        }
        row++;
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }
}
