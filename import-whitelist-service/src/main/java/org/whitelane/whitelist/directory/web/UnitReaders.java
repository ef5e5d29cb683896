package org.whitelane.whitelist.directory.web;

import org.springframework.stereotype.Component;
import org.whitelane.chassis.journal.ObjectReaders;
import org.whitelane.chassis.security.Caller;
import org.whitelane.whitelist.directory.UnitReader;
import org.whitelane.whitelist.web.Edge;

/** Whoever sees a listing sees its history. */
@Component
class UnitReaders implements ObjectReaders {

    private final UnitReader reader;

    UnitReaders(UnitReader reader) {
        this.reader = reader;
    }

    @Override
    public boolean maySee(String subject, Caller caller) {
        return Edge.id(subject)
                .filter(id -> reader.listing(id, Edge.officer(caller)).isPresent())
                .isPresent();
    }
}
