package org.whitelane.registry.organisation;

import org.whitelane.kernel.UnifiedSocialCreditCode;

/**
 * How this register reads credit codes: leniently, since a few real ones have a wrong check
 * character.
 */
public record CreditCode(UnifiedSocialCreditCode value) {

    public static CreditCode parse(String text) {
        return new CreditCode(UnifiedSocialCreditCode.parseLenient(text));
    }
}
