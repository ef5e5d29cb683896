package org.whitelane.whitelist.batch;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A published part of a scheme's list.
 *
 * @param number counts within the scheme, without gaps
 * @param publishedBy the officer's credential
 */
public record Batch(
        UUID id,
        String scheme,
        int number,
        String decisionDocument,
        LocalDate publishedOn,
        String publishedBy) {}
