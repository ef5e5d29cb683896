package org.whitelane.whitelist.receipt;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.core.UnitContent;
import org.whitelane.whitelist.entry.WhitelistEntry;
import org.whitelane.whitelist.scheme.Effects;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a receipt says. The names are short, because all of it has to fit into a code that a camera
 * reads off paper; those of JWT keep their meaning (RFC 7519). Pure.
 *
 * @param iss who issued it: the suite's public address
 * @param sub number of the entry
 * @param ver counts the receipts of the entry
 * @param nbf the entry's first day, from midnight in China
 * @param exp the end of the entry's last day, or of the receipt's own life
 * @param unit unified social credit code of the holder
 * @param hs ten digits
 * @param qty approved quantity, a plain decimal
 * @param uom its unit
 * @param each what one vial or piece holds, since that is what is counted where goods arrive;
 *     absent of what is not counted so
 * @param quota what the quantity limits; absent where the scheme does not say
 * @param docs what customs does not ask for
 * @param offices customs offices of the scheme; absent where it does not say
 */
public record ReceiptClaims(
        String iss,
        String sub,
        int ver,
        long iat,
        long nbf,
        long exp,
        String unit,
        Goods art,
        String hs,
        String qty,
        String uom,
        @Nullable Each each,
        Effects.@Nullable QuotaMode quota,
        List<String> docs,
        @Nullable List<String> offices,
        Status status) {

    public ReceiptClaims {
        docs = List.copyOf(docs);
        offices = offices == null ? null : List.copyOf(offices);
    }

    /**
     * The first of the names and the specification: who compares goods with the list has the whole
     * at hand, and the code number says which article it is.
     */
    public record Goods(String zh, String en, @Nullable String cas, String spec) {

        private static final int LONGEST = 60;

        static Goods of(Article article) {
            return new Goods(
                    cut(article.nameZh()),
                    cut(article.nameEn()),
                    article.casNumber(),
                    cut(article.specification()));
        }

        private static String cut(String text) {
            return text.codePointCount(0, text.length()) <= LONGEST
                    ? text
                    : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
        }
    }

    /**
     * @param qty of the article, a plain decimal
     * @param uom g, kg, mL or L
     * @param per vial or piece
     */
    public record Each(String qty, String uom, String per) {

        static @Nullable Each of(@Nullable UnitContent content) {
            return content == null
                    ? null
                    : new Each(content.amount(), content.unit(), content.per());
        }
    }

    public record Status(@JsonProperty("status_list") StatusReference statusList) {}

    /**
     * @param version of the receipt
     * @param longest its own life ends then, whatever the entry's last day
     */
    record Issue(
            String issuer, int version, Instant now, Instant longest, StatusReference status) {}

    static ReceiptClaims of(WhitelistEntry entry, String creditCode, Effects effects, Issue issue) {
        var terms = entry.terms();
        var article = entry.article();
        return new ReceiptClaims(
                issue.issuer(),
                entry.number(),
                issue.version(),
                issue.now().getEpochSecond(),
                midnight(terms.validFrom()).getEpochSecond(),
                end(terms, issue.longest()).getEpochSecond(),
                creditCode,
                Goods.of(article),
                article.hsCode(),
                article.quantity().amount(),
                article.quantity().unit(),
                Each.of(article.content()),
                effects.quotaMode(),
                terms.waivedDocuments(),
                effects.customsOffices(),
                new Status(issue.status()));
    }

    /** A last day ends at 24:00 in China. */
    static Instant end(WhitelistEntry.Terms terms, Instant longest) {
        var last = terms.validTo();
        if (last == null) {
            return longest;
        }
        var end = midnight(last.plusDays(1));
        return end.isBefore(longest) ? end : longest;
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(LegalDays.ZONE).toInstant();
    }
}
