package org.whitelane.whitelist.entry;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.core.Question;
import org.whitelane.whitelist.request.SchemeRef;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The published right of one unit to import one article. It is born in a batch, lives until its
 * last day or until somebody takes it away, and is drawn on by declarations meanwhile.
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
        EntryState state,
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

        public boolean coversDay(LocalDate day) {
            return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
        }

        boolean endsBefore(LocalDate day) {
            return validTo != null && validTo.isBefore(day);
        }

        /** In words. */
        public String period() {
            return validTo == null ? "from %s".formatted(validFrom) : validFrom + " to " + validTo;
        }

        Terms until(@Nullable LocalDate newValidTo) {
            return new Terms(waivedDocuments, validFrom, newValidTo);
        }

        Terms waiving(List<String> documents) {
            return new Terms(documents, validFrom, validTo);
        }
    }

    public EntryStatus status() {
        return state.status();
    }

    WhitelistEntry withQuestions(List<Question> newQuestions) {
        return new WhitelistEntry(
                id, number, scheme, origin, holder, article, terms, state, newQuestions, version);
    }

    WhitelistEntry with(EntryState newState) {
        return new WhitelistEntry(
                id, number, scheme, origin, holder, article, terms, newState, questions, version);
    }

    WhitelistEntry with(Article newArticle, Terms newTerms) {
        return new WhitelistEntry(
                id,
                number,
                scheme,
                origin,
                holder,
                newArticle,
                newTerms,
                state,
                questions,
                version);
    }

    WhitelistEntry saved() {
        return new WhitelistEntry(
                id, number, scheme, origin, holder, article, terms, state, questions, version + 1);
    }

    /** Of the entries with one holder and article only one is active. */
    public record Key(String organisation, String article) {}

    public Key key() {
        return new Key(holder.organisation(), article.key());
    }
}
