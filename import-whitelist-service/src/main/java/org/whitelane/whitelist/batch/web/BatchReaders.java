package org.whitelane.whitelist.batch.web;

import org.springframework.stereotype.Component;
import org.whitelane.chassis.journal.ObjectReaders;
import org.whitelane.chassis.security.Caller;
import org.whitelane.whitelist.batch.BatchReader;
import org.whitelane.whitelist.web.Edge;

/** Whoever sees a batch sees its history. */
@Component
class BatchReaders implements ObjectReaders {

    private final BatchReader reader;

    BatchReaders(BatchReader reader) {
        this.reader = reader;
    }

    @Override
    public boolean maySee(String subject, Caller caller) {
        return Edge.id(subject)
                .filter(id -> reader.batch(id, Edge.officer(caller)).isPresent())
                .isPresent();
    }
}
