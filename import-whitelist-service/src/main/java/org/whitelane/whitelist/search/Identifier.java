package org.whitelane.whitelist.search;

import org.whitelane.kernel.CasNumber;
import org.whitelane.whitelist.core.Finding;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** What somebody typed, read as everything it can identify. Pure. */
public sealed interface Identifier {

    /** Never empty: a text that is nothing else is a unit's name. */
    record Readings(List<Term> terms) implements Identifier {
        public Readings {
            terms = List.copyOf(terms);
        }
    }

    /** It has the form of an identifier, but cannot be one. */
    record Impossible(Finding why) implements Identifier {}

    Pattern CAS = Pattern.compile("\\d{2,7}-\\d{2}-\\d");
    Pattern HS = Pattern.compile("\\d+(\\.\\d+)*");
    Pattern DOCUMENT = Pattern.compile("\\p{IsHan}{2,10}.*\\d号");

    /** Ours are joined by hyphens; customs declarations have 18 digits. */
    Pattern NUMBER = Pattern.compile("[A-Za-z0-9]+(-[A-Za-z0-9]+)+|\\d{18}");

    /** As GB 32100-2015 forms it; a wrong check character is the register's business. */
    Pattern CREDIT_CODE =
            Pattern.compile(
                    "[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}",
                    Pattern.CASE_INSENSITIVE);

    Pattern UUID_FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    static Identifier read(String typed) {
        var text = typed.strip();
        if (CAS.matcher(text).matches()) {
            return cas(text);
        }
        var terms = new ArrayList<Term>();
        if (UUID_FORM.matcher(text).matches()) {
            terms.add(Term.id(UUID.fromString(text)));
            terms.add(Term.unit(text));
        } else if (NUMBER.matcher(text).matches()) {
            terms.add(Term.number(text));
        }
        if (CREDIT_CODE.matcher(text).matches()) {
            terms.add(Term.creditCode(text));
        }
        if (HS.matcher(text).matches()) {
            var digits = text.replace(".", "");
            if (digits.length() >= Term.SHORTEST_HS && digits.length() <= Term.LONGEST_HS) {
                terms.add(Term.hs(digits));
            }
        }
        if (DOCUMENT.matcher(text).matches()) {
            terms.add(Term.document(text));
        }
        terms.add(Term.name(text));
        return new Readings(terms);
    }

    private static Identifier cas(String text) {
        try {
            return new Readings(List.of(Term.cas(CasNumber.parse(text).value())));
        } catch (IllegalArgumentException e) {
            return new Impossible(new Finding("?q", "cas-number", String.valueOf(e.getMessage())));
        }
    }
}
