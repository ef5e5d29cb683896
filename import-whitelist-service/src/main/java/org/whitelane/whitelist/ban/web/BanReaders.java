package org.whitelane.whitelist.ban.web;

import org.springframework.stereotype.Component;
import org.whitelane.chassis.journal.ObjectReaders;
import org.whitelane.chassis.security.Caller;
import org.whitelane.whitelist.ban.BanReader;
import org.whitelane.whitelist.web.Edge;

/** Whoever sees a ban sees its history. */
@Component
class BanReaders implements ObjectReaders {

    private final BanReader reader;

    BanReaders(BanReader reader) {
        this.reader = reader;
    }

    @Override
    public boolean maySee(String subject, Caller caller) {
        return Edge.id(subject)
                .filter(id -> reader.ban(id, Edge.officer(caller)).isPresent())
                .isPresent();
    }
}
