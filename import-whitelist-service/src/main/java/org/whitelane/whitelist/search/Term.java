package org.whitelane.whitelist.search;

import org.whitelane.whitelist.core.Article;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One identifier in the form in which it is kept and looked for: {@code cas:9004-54-0}. What names
 * a thing and what somebody types meet here, so that both are normalised alike.
 */
public record Term(String text) {

    /** A chapter of the customs tariff, and a whole declaration code. */
    static final int SHORTEST_HS = 2;

    static final int LONGEST_HS = 10;

    private static final String CREDIT = "credit:";

    static Term id(UUID id) {
        return new Term("id:" + id);
    }

    static Term number(String number) {
        return new Term("number:" + number.toUpperCase(Locale.ROOT));
    }

    static Term cas(String number) {
        return new Term("cas:" + number);
    }

    /**
     * @param digits the beginning of an HS code, or all of it, without dots
     */
    static Term hs(String digits) {
        return new Term("hs:" + digits);
    }

    static Term unit(String organisation) {
        return new Term("unit:" + organisation.toLowerCase(Locale.ROOT));
    }

    /**
     * Unified social credit code; it stands for the organisations that have it when somebody asks,
     * so that a corrected code needs no new index.
     */
    static Term creditCode(String code) {
        return new Term(CREDIT + code.toUpperCase(Locale.ROOT));
    }

    Optional<String> asCreditCode() {
        return text.startsWith(CREDIT)
                ? Optional.of(text.substring(CREDIT.length()))
                : Optional.empty();
    }

    static Term name(String name) {
        return new Term("name:" + name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT));
    }

    /** The joint document by which a batch was decided; brackets as the field writes them. */
    static Term document(String number) {
        return new Term(
                "document:"
                        + number.strip().replaceAll("[\\[(【（]", "〔").replaceAll("[\\])】）]", "〕"));
    }

    /**
     * Every beginning of an HS code is a term of its own: a search by prefix then walks one index
     * in the order of its answer, however many articles share the chapter.
     */
    static Stream<Term> of(Article article) {
        var code = article.hsCode();
        var prefixes =
                IntStream.rangeClosed(SHORTEST_HS, LONGEST_HS)
                        .mapToObj(length -> hs(code.substring(0, length)));
        var cas = article.casNumber();
        return cas == null ? prefixes : Stream.concat(Stream.of(cas(cas)), prefixes);
    }

    static String[] texts(Collection<Term> terms) {
        return terms.stream().map(Term::text).distinct().toArray(String[]::new);
    }
}
