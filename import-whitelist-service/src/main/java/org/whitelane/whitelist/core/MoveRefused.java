package org.whitelane.whitelist.core;

import java.util.List;

/**
 * Somebody tried what the table of moves does not have. It is told inside the process only: the
 * transaction in which it was tried changes nothing.
 *
 * @param aggregate what kind of thing, e.g. request
 * @param move as callers read it
 * @param allowed the moves that the table has from there
 */
public record MoveRefused(
        String aggregate, String id, String status, String move, List<String> allowed, Officer by) {

    public MoveRefused {
        allowed = List.copyOf(allowed);
    }
}
