package org.whitelane.notification.subscription;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address we can send to without SMTPUTF8: an ASCII dot-atom, {@code @}, a host name of two
 * labels or more. International domains are kept in their ASCII form. No comments, quotes, display
 * names or white space: what is not matched cannot smuggle a second header or recipient.
 */
public record EmailAddress(String value) {

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    public EmailAddress {
        if (!value.equals(checked(value))) {
            throw new IllegalArgumentException("not in its stored form; use parse");
        }
    }

    public static EmailAddress parse(String text) {
        return new EmailAddress(checked(text));
    }

    private static String checked(String text) {
        if (text.length() > 254) {
            throw new IllegalArgumentException("an e-mail address has at most 254 characters");
        }
        int at = text.lastIndexOf('@');
        if (at < 1) {
            throw new IllegalArgumentException("an e-mail address looks like name@example.org");
        }
        var local = text.substring(0, at);
        if (local.length() > 64 || !LOCAL.matcher(local).matches()) {
            throw new IllegalArgumentException(
                    "the part before @ must be 1 to 64 plain ASCII letters, digits, dots and"
                            + " signs");
        }
        var address = local + "@" + domain(text.substring(at + 1));
        if (address.length() > 254) {
            throw new IllegalArgumentException("an e-mail address has at most 254 characters");
        }
        return address;
    }

    private static String domain(String text) {
        var ascii = toAscii(text).toLowerCase(Locale.ROOT);
        var labels = ascii.split("\\.", -1);
        boolean proper = labels.length >= 2 && ascii.length() <= 253;
        for (var label : labels) {
            proper &= LABEL.matcher(label).matches();
        }
        if (!proper || labels[labels.length - 1].matches("\\d+")) {
            throw new IllegalArgumentException(
                    "the part after @ must be a full domain name such as example.org");
        }
        return ascii;
    }

    private static String toAscii(String domain) {
        try {
            return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("the part after @ is not a domain name", e);
        }
    }

    /** Addresses stay out of logs, whoever prints this. */
    @Override
    public String toString() {
        return "EmailAddress[…]";
    }
}
