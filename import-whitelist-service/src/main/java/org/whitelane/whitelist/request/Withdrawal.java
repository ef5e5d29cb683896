package org.whitelane.whitelist.request;

import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.Officer;

import java.util.Set;
import java.util.UUID;

/** Withdraws requests in the place of applicants who can do no more about them. */
@Component
public class Withdrawal {

    private final Requests requests;
    private final RequestService decisions;

    Withdrawal(Requests requests, RequestService decisions) {
        this.requests = requests;
        this.decisions = decisions;
    }

    /** In the transaction of the caller, who has seen that it is open. */
    public void inTheApplicantsPlace(UUID id, String reason) {
        var applicant = requests.organisationOf(id).orElseThrow();
        var officer = new Officer(Officer.system().subject(), applicant, Set.of("APPLICANT_ADMIN"));
        var outcome = decisions.decide(id, new RequestCommand.Withdraw(reason), officer, _ -> true);
        if (outcome instanceof Outcome.Refused(_, var detail, _)) {
            throw new IllegalStateException("Request %s: %s".formatted(id, detail));
        }
    }
}
