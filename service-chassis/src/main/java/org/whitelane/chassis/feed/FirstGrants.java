package org.whitelane.chassis.feed;

import org.whitelane.chassis.feed.FeedSettings.FirstGrant;

import java.util.List;

/** What the deployment grants; an operator's later word about a reader stays. */
final class FirstGrants {

    private final FeedGranting granting;
    private final List<FirstGrant> wanted;
    private final String service;
    private final String issuer;

    /**
     * @param issuer of grants that name none
     */
    FirstGrants(FeedGranting granting, List<FirstGrant> wanted, String service, String issuer) {
        this.granting = granting;
        this.wanted = wanted;
        this.service = service;
        this.issuer = issuer;
    }

    void give() {
        for (var grant : wanted) {
            var reader =
                    new FeedReader(
                            grant.issuer() == null ? issuer : grant.issuer(), grant.subject());
            var types = new TypeFilter(grant.types());
            grant.streamsOf(service).forEach(stream -> granting.grantFirst(stream, reader, types));
        }
    }
}
