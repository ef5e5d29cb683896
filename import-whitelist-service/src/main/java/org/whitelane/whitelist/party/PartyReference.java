package org.whitelane.whitelist.party;

import org.whitelane.kernel.UnifiedSocialCreditCode;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How callers name an organisation: by its id, or by its unified social credit code (GB
 * 32100-2015).
 *
 * @param value the id in lower case, or the code in upper case
 */
public record PartyReference(String value, boolean isCreditCode) {

    private static final Pattern ID =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    /** A wrong check character is the register's business. */
    public static PartyReference parse(String text) {
        if (ID.matcher(text).matches()) {
            return new PartyReference(text.toLowerCase(Locale.ROOT), false);
        }
        try {
            var code = UnifiedSocialCreditCode.parseLenient(text.toUpperCase(Locale.ROOT));
            return new PartyReference(code.value(), true);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "must be an organisation's id (a UUID) or its unified social credit code", e);
        }
    }
}
