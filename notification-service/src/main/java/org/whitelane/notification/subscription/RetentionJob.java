package org.whitelane.notification.subscription;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;

/** Forgets addresses when their time has come. */
@Component
public class RetentionJob {

    private static final Logger log = LoggerFactory.getLogger(RetentionJob.class);

    private final Subscriptions subscriptions;
    private final LinkTokens tokens;
    private final SubscriptionSettings settings;
    private final Clock clock;

    RetentionJob(
            Subscriptions subscriptions,
            LinkTokens tokens,
            SubscriptionSettings settings,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    public void run() {
        var now = clock.instant();
        int erased =
                subscriptions.eraseAddresses(
                        now.minus(settings.eraseAfter()),
                        now.minus(settings.eraseUnconfirmedAfter()),
                        now);
        int swept = tokens.sweep(now);
        log.info("Erased {} addresses, swept {} expired links", erased, swept);
    }
}
