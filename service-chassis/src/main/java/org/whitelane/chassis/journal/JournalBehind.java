package org.whitelane.chassis.journal;

import org.springframework.dao.TransientDataAccessResourceException;

/**
 * The database was restored and its topic knows more: nothing can be saved in the stream until an
 * operator has taken that over. Everybody waits, nothing is parked.
 */
public final class JournalBehind extends TransientDataAccessResourceException {

    JournalBehind(String stream) {
        super("the topic of %s holds events that the journal lacks".formatted(stream));
    }
}
