package org.whitelane.registry.organisation;

/** One spelling per name: single spaces, and the brackets of the script. */
final class PartyName {

    private PartyName() {}

    static String chinese(String text) {
        return tidy(text).replace('(', '（').replace(')', '）');
    }

    static String english(String text) {
        return tidy(text).replace('（', '(').replace('）', ')');
    }

    private static String tidy(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
