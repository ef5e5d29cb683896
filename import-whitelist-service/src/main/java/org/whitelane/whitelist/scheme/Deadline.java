package org.whitelane.whitelist.scheme;

/**
 * How long a step may take.
 *
 * @param basis the law or clause
 * @param defaulted not in the scheme's text: the general law's limit
 */
public record Deadline(int amount, Unit unit, String basis, boolean defaulted) {

    public enum Unit {
        WORKING_DAY,
        DAY
    }
}
