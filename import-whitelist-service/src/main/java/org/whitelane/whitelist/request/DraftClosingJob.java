package org.whitelane.whitelist.request;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.HashSet;
import java.util.UUID;

/**
 * Runs in every instance; a ban that makes trouble holds up neither the others nor the next try.
 */
@Component
class DraftClosingJob {

    private static final Logger LOG = LoggerFactory.getLogger(DraftClosingJob.class);

    private final DraftClosing closing;
    private final Clock clock;

    DraftClosingJob(DraftClosing closing, Clock clock) {
        this.closing = closing;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${whitelane.bans.interval:PT10S}",
            fixedDelayString = "${whitelane.bans.interval:PT10S}")
    void run() {
        var stuck = new HashSet<UUID>();
        var more = true;
        while (more) {
            try {
                more = closing.next(stuck, clock);
            } catch (DraftClosing.Stuck e) {
                stuck.add(e.ban());
                LOG.error("It is tried again", e);
            }
        }
    }
}
