package org.whitelane.whitelist.lists;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.whitelane.whitelist.batch.PublishedBatches;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.lists.Listed.Place;
import org.whitelane.whitelist.scheme.Schemes;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The lists for their readers. Each answer is of one moment: what is published or drawn on
 * meanwhile is in it as a whole or not at all. Empty answers: no such scheme or batch, or not for
 * the reader.
 */
@Service
public class PublishedLists {

    private final ListRows rows;
    private final CustomsLines customs;
    private final PublishedBatches batches;
    private final Schemes schemes;
    private final Clock clock;

    PublishedLists(
            ListRows rows,
            CustomsLines customs,
            PublishedBatches batches,
            Schemes schemes,
            Clock clock) {
        this.rows = rows;
        this.customs = customs;
        this.batches = batches;
        this.schemes = schemes;
        this.clock = clock;
    }

    /**
     * @param asOf the legal day at whose end it stood so; null for now
     */
    public Optional<List<Listed<PublicEntry>>> publicPage(
            String scheme, @Nullable LocalDate asOf, Place after, int limit) {
        return isScheme(scheme)
                ? Optional.of(rows.publicPage(scheme, asOf, after, limit))
                : Optional.empty();
    }

    /**
     * @param asOf the legal day at whose end it stood so; null for now
     */
    public Optional<List<Listed<CustomsEntry>>> customsPage(
            String scheme, @Nullable LocalDate asOf, Place after, int limit, Officer officer) {
        var day = asOf == null ? LegalDays.today(clock) : asOf;
        return maySee(scheme, officer)
                ? Optional.of(
                        rows.customsPage(scheme, asOf, after, limit).stream()
                                .map(line -> customs.line(line, day))
                                .toList())
                : Optional.empty();
    }

    /** To be closed. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<ListFile> publicFile(Extent extent, ListFormat format) {
        return isPublished(extent)
                ? Optional.of(file(rows.publicLines(extent), PublicEntry.COLUMNS, extent, format))
                : Optional.empty();
    }

    /** To be closed. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<ListFile> customsFile(Extent extent, ListFormat format, Officer officer) {
        if (!maySee(extent.scheme(), officer) || !isPublished(extent)) {
            return Optional.empty();
        }
        var day = day(extent);
        return Optional.of(
                file(
                        rows.customsLines(extent).map(line -> customs.line(line, day)),
                        CustomsEntry.COLUMNS,
                        extent,
                        format));
    }

    private <T> ListFile file(
            Stream<Listed<T>> lines, List<Column<T>> columns, Extent extent, ListFormat format) {
        try (lines) {
            return ListFiles.write(
                    lines.iterator(),
                    columns,
                    extent instanceof Extent.Changes,
                    format,
                    day(extent));
        }
    }

    /** On which it stood so; of a batch's changes the day of publication. */
    private LocalDate day(Extent extent) {
        return switch (extent) {
            case Extent.Whole(_, var asOf) -> asOf == null ? LegalDays.today(clock) : asOf;
            case Extent.OfBatch _ -> LegalDays.today(clock);
            case Extent.Changes(var scheme, var number) ->
                    batches.find(scheme, number).orElseThrow().publishedOn();
        };
    }

    private boolean isPublished(Extent extent) {
        return switch (extent) {
            case Extent.Whole(var scheme, _) -> isScheme(scheme);
            case Extent.OfBatch(var scheme, var number) -> batches.exists(scheme, number);
            case Extent.Changes(var scheme, var number) -> batches.exists(scheme, number);
        };
    }

    private boolean isScheme(String code) {
        return schemes.newest(code).isPresent();
    }

    /** As elsewhere: customs at the scheme's table, and who audits everything. */
    private boolean maySee(String scheme, Officer officer) {
        return schemes.readableBy(officer).contains(scheme);
    }
}
