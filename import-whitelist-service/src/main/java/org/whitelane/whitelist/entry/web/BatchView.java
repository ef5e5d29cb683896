package org.whitelane.whitelist.entry.web;

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
        List<Line> entries) {

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
