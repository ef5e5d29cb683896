package org.whitelane.whitelist.mandate.web;

import org.springframework.stereotype.Component;
import org.whitelane.chassis.journal.ObjectReaders;
import org.whitelane.chassis.security.Caller;
import org.whitelane.whitelist.mandate.MandateReader;
import org.whitelane.whitelist.web.Edge;

/** Both sides of a mandate see its history. */
@Component
class MandateReaders implements ObjectReaders {

    private final MandateReader reader;

    MandateReaders(MandateReader reader) {
        this.reader = reader;
    }

    @Override
    public boolean maySee(String subject, Caller caller) {
        return Edge.id(subject)
                .filter(id -> reader.mandate(id, Edge.officer(caller)).isPresent())
                .isPresent();
    }
}
