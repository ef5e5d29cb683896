package org.whitelane.whitelist.request.web;

import org.whitelane.whitelist.core.Question;
import org.whitelane.whitelist.request.Chamber.Hearing;
import org.whitelane.whitelist.request.RequestAction;
import org.whitelane.whitelist.request.RequestStatus;
import org.whitelane.whitelist.request.WhitelistRequest;

import java.util.List;
import java.util.UUID;

/** For the applicant: without the agencies' opinions, which are theirs until the office decides. */
record OwnRequestView(
        UUID id,
        String number,
        String scheme,
        int schemeVersion,
        RequestStatus status,
        long version,
        RequestView.Content content,
        RequestView.Progress progress,
        List<Question> questions,
        List<String> allowed)
        implements RequestView {

    static OwnRequestView of(WhitelistRequest request, Hearing hearing) {
        return new OwnRequestView(
                request.id(),
                request.number(),
                request.scheme().code(),
                request.scheme().version(),
                request.status(),
                request.version(),
                RequestView.Content.of(request.content()),
                RequestView.Progress.of(request, hearing),
                request.questions(),
                hearing.standing().allowed().stream().map(RequestAction::code).toList());
    }
}
