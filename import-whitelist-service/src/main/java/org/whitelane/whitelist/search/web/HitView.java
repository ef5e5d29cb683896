package org.whitelane.whitelist.search.web;

import org.whitelane.whitelist.search.Hit;

import java.util.UUID;

/**
 * One thing that was found.
 *
 * @param path where it can be read
 */
record HitView(Hit.Kind kind, UUID id, String number, String scheme, String status, String path) {

    static HitView of(Hit hit) {
        var folder =
                switch (hit.kind()) {
                    case REQUEST -> "requests";
                    case ENTRY -> "entries";
                    case BATCH -> "batches";
                    case DECLARATION -> "declarations";
                    case UNIT -> "units";
                    case BAN -> "bans";
                };
        return new HitView(
                hit.kind(),
                hit.id(),
                hit.number(),
                hit.scheme(),
                hit.status(),
                "/api/v1/whitelist/%s/%s".formatted(folder, hit.id()));
    }
}
