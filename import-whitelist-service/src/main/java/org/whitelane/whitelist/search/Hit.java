package org.whitelane.whitelist.search;

import java.util.UUID;

/**
 * Something that was found.
 *
 * @param number as people read it: of the request, of the entry, scheme and number of the batch, of
 *     the customs declaration (of its entry, before there is one), of the unit's place in a
 *     directory, of what a ban revoked
 * @param status of the thing; a batch that is found is {@code PUBLISHED}, a ban STANDING, LIFTED or
 *     OVER
 */
public record Hit(Kind kind, UUID id, String number, String scheme, String status) {

    public enum Kind {
        REQUEST,
        ENTRY,
        BATCH,
        DECLARATION,
        UNIT,
        BAN
    }
}
