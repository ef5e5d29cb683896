package org.whitelane.whitelist.scheme;

import org.whitelane.whitelist.core.Finding;

/**
 * What is wrong in a scheme's file, and where.
 *
 * @param line of the file, from 1
 * @param column from 1
 */
public record SchemeFault(Finding finding, int line, int column) {

    @Override
    public String toString() {
        return "line %d, column %d, %s (%s): %s"
                .formatted(line, column, finding.pointer(), finding.code(), finding.detail());
    }
}
