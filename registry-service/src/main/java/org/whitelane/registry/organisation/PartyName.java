package org.whitelane.registry.organisation;

import java.text.Normalizer;

/** One spelling per name: composed characters, single spaces, and the brackets of the script. */
final class PartyName {

    private PartyName() {}

    static String chinese(String text) {
        return tidy(text).replace('(', '（').replace(')', '）');
    }

    static String english(String text) {
        return tidy(text).replace('（', '(').replace('）', ')');
    }

    private static String tidy(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    }
}
