package org.whitelane.whitelist.declaration.web;

import org.springframework.stereotype.Component;
import org.whitelane.chassis.journal.ObjectReaders;
import org.whitelane.chassis.security.Caller;
import org.whitelane.whitelist.declaration.DeclarationReader;
import org.whitelane.whitelist.web.Edge;

/** Whoever sees a declaration sees its history. */
@Component
class DeclarationReaders implements ObjectReaders {

    private final DeclarationReader reader;

    DeclarationReaders(DeclarationReader reader) {
        this.reader = reader;
    }

    @Override
    public boolean maySee(String subject, Caller caller) {
        return Edge.id(subject).flatMap(id -> reader.find(id, Edge.officer(caller))).isPresent();
    }
}
