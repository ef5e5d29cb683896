package org.whitelane.notification.delivery;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * @param workers connections to the SMTP server that may be used at once
 * @param batch messages claimed at once by a worker
 * @param lease after it, the messages of a dead or frozen process are anybody's
 * @param renewal how often a living process renews its leases
 * @param poll how long a worker waits when nobody wakes it
 * @param ratePerSecond mails per second of this process
 * @param tries to reach the server, within one attempt
 * @param backOff before the second try; doubles with jitter
 * @param breakerOpenFor how long an unreachable server is left alone
 * @param deferral before a message that the server put off is tried again; doubles with jitter up
 *     to four hours
 * @param giveUpAfter a message that was put off for so long counts as refused (RFC 5321: 4-5 days)
 * @param refusalsBeforeEnd a subscription whose address was refused on so many days, with no mail
 *     arriving between, ends
 */
@ConfigurationProperties("whitelane.notification.delivery")
record DeliverySettings(
        @DefaultValue("2") int workers,
        @DefaultValue("20") int batch,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("10s") Duration renewal,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("50") int ratePerSecond,
        @DefaultValue("3") int tries,
        @DefaultValue("200ms") Duration backOff,
        @DefaultValue("10s") Duration breakerOpenFor,
        @DefaultValue("1m") Duration deferral,
        @DefaultValue("5d") Duration giveUpAfter,
        @DefaultValue("3") int refusalsBeforeEnd) {

    DeliverySettings {
        if (lease.compareTo(renewal.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException("a lease must outlive two renewals");
        }
    }
}
