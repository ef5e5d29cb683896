package org.whitelane.whitelist.entry.web;

import org.whitelane.chassis.web.Versioned;
import org.whitelane.whitelist.entry.Batch;
import org.whitelane.whitelist.entry.WhitelistEntry;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A batch for the scheme's agencies. */
record BatchView(
        UUID id,
        String scheme,
        int number,
        String decisionDocument,
        LocalDate publishedOn,
        List<Line> entries)
        implements Versioned {

    /** What was published is never changed, nor the lines that its entries have here. */
    @Override
    public long version() {
        return FIRST;
    }

    record Line(UUID id, String entryNumber, UUID request, String unit, String nameEn) {}

    static BatchView of(Batch batch, List<WhitelistEntry> entries) {
        return new BatchView(
                batch.id(),
                batch.scheme(),
                batch.number(),
                batch.decisionDocument(),
                batch.publishedOn(),
                entries.stream().map(BatchView::line).toList());
    }

    private static Line line(WhitelistEntry entry) {
        return new Line(
                entry.id(),
                entry.number(),
                entry.origin().request(),
                entry.holder().unitName(),
                entry.article().nameEn());
    }
}
