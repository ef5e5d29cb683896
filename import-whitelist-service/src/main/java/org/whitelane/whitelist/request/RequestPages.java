package org.whitelane.whitelist.request;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.mandate.Mandate;
import org.whitelane.whitelist.mandate.Mandates;
import org.whitelane.whitelist.scheme.Schemes;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The requests that an officer may see, page by page. */
@Component
public class RequestPages {

    private final Requests requests;
    private final Schemes schemes;
    private final Mandates mandates;
    private final Clock clock;

    RequestPages(Requests requests, Schemes schemes, Mandates mandates, Clock clock) {
        this.requests = requests;
        this.schemes = schemes;
        this.mandates = mandates;
        this.clock = clock;
    }

    public List<WhitelistRequest> page(
            Officer officer, Filter filter, @Nullable UUID after, int limit) {
        var own = officer.organisation();
        var got = own == null ? List.<Mandate>of() : mandates.inForce(own, LegalDays.today(clock));
        var visible = new Visible(own, schemes.readableBy(officer), got);
        return requests.page(visible, filter, after, limit);
    }

    /**
     * Null wants all.
     *
     * @param unit whose requests
     */
    public record Filter(@Nullable RequestStatus status, @Nullable String unit) {}

    /**
     * What an organisation may see: its own, what was submitted in the schemes that it sits in, and
     * what it acts for by mandate.
     *
     * @param own null for none
     */
    record Visible(@Nullable String own, Collection<String> schemes, List<Mandate> mandates) {}
}
