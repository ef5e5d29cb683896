package org.whitelane.whitelist.entry;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.core.Question;
import org.whitelane.whitelist.request.SchemeRef;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The published right of one unit to import one article. It is born active in a batch.
 *
 * @param number {@code <scheme>-B<batch>-<number>}
 * @param version for optimistic locking
 */
public record WhitelistEntry(
        UUID id,
        String number,
        SchemeRef scheme,
        Origin origin,
        Holder holder,
        Article article,
        Terms terms,
        EntryStatus status,
        List<Question> questions,
        int version) {

    public WhitelistEntry {
        questions = List.copyOf(questions);
    }

    public record Origin(UUID batch, int batchNumber, int sequence, UUID request) {}

    /**
     * @param organisationVersion what the publication saw
     * @param unitName as the unit was called on the day
     */
    public record Holder(String organisation, long organisationVersion, String unitName) {}

    /**
     * @param waivedDocuments copied from the scheme on the day
     * @param validTo absent when the scheme's sources do not say it
     */
    public record Terms(
            List<String> waivedDocuments, LocalDate validFrom, @Nullable LocalDate validTo) {

        public Terms {
            waivedDocuments = List.copyOf(waivedDocuments);
        }
    }

    WhitelistEntry withQuestions(List<Question> newQuestions) {
        return new WhitelistEntry(
                id, number, scheme, origin, holder, article, terms, status, newQuestions, version);
    }

    /** Of the entries with one holder and article only one is active. */
    record Key(String organisation, String article) {}

    Key key() {
        return new Key(holder.organisation(), article.key());
    }
}
