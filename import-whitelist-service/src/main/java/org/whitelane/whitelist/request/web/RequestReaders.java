package org.whitelane.whitelist.request.web;

import org.springframework.stereotype.Component;
import org.whitelane.chassis.journal.ObjectReaders;
import org.whitelane.chassis.security.Caller;
import org.whitelane.whitelist.request.CaseReader;
import org.whitelane.whitelist.web.Edge;

/**
 * Agencies see a request's history. Its applicant sees the progress in the request itself: how many
 * opinions were given and when is the table's business.
 */
@Component
class RequestReaders implements ObjectReaders {

    private final CaseReader reader;

    RequestReaders(CaseReader reader) {
        this.reader = reader;
    }

    @Override
    public boolean maySee(String subject, Caller caller) {
        return Edge.id(subject)
                .flatMap(id -> reader.find(id, Edge.officer(caller)))
                .filter(seen -> seen.hearing().standing().isAuthority())
                .isPresent();
    }
}
