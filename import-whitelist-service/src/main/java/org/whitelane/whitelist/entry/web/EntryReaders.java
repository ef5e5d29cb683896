package org.whitelane.whitelist.entry.web;

import org.springframework.stereotype.Component;
import org.whitelane.chassis.journal.ObjectReaders;
import org.whitelane.chassis.security.Caller;
import org.whitelane.whitelist.entry.EntryReader;
import org.whitelane.whitelist.web.Edge;

/** Whoever sees an entry sees its history. */
@Component
class EntryReaders implements ObjectReaders {

    private final EntryReader reader;

    EntryReaders(EntryReader reader) {
        this.reader = reader;
    }

    @Override
    public boolean maySee(String subject, Caller caller) {
        return Edge.id(subject)
                .filter(id -> reader.entry(id, Edge.officer(caller)).isPresent())
                .isPresent();
    }
}
