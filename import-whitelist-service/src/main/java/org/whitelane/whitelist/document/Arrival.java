package org.whitelane.whitelist.document;

import org.whitelane.whitelist.core.Finding;

import java.util.ArrayList;
import java.util.List;

/**
 * What a caller says of a file, against what arrived. Pure.
 *
 * @param said the kind
 * @param claimed SHA-256 in lower-case hexadecimal digits
 * @param found the same of what arrived
 * @param head how the file begins
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Arrival(FileKind said, String claimed, String found, long size, byte[] head) {

    /** All that is wrong, at once; where nothing arrived, nothing else is worth saying. */
    public List<Finding> findings() {
        if (size == 0) {
            return List.of(
                    new Finding("", "document-empty", "The body is empty; a file is expected."));
        }
        var findings = new ArrayList<Finding>();
        if (!claimed.equals(found)) {
            findings.add(
                    new Finding(
                            "#Content-Digest",
                            "digest-mismatch",
                            "The SHA-256 of what arrived is %s; %s was claimed."
                                    .formatted(found, claimed)));
        }
        var begins = FileKind.beginning(head);
        if (begins.filter(said::equals).isEmpty()) {
            findings.add(
                    new Finding(
                            "#Content-Type",
                            "not-of-its-type",
                            "It is said to be %s, but begins like %s."
                                    .formatted(
                                            said.mediaType(),
                                            begins.map(FileKind::mediaType)
                                                    .orElse("none that is taken"))));
        }
        return List.copyOf(findings);
    }
}
