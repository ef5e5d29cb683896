package org.whitelane.whitelist.replacement;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.whitelane.whitelist.scheme.Closings;
import org.whitelane.whitelist.scheme.Schemes;

import java.time.Clock;
import java.util.HashSet;

/**
 * Carries out what closed schemes leave to do. Runs in every instance. A scheme that is done is
 * looked at again each time: what was recognised before its end may be published after it.
 */
@Component
class ReplacementJob {

    private static final Logger LOG = LoggerFactory.getLogger(ReplacementJob.class);

    private final Schemes schemes;
    private final Closings closings;
    private final ReplacementService service;
    private final ReplacementSaga saga;
    private final Clock clock;

    ReplacementJob(
            Schemes schemes,
            Closings closings,
            ReplacementService service,
            ReplacementSaga saga,
            Clock clock) {
        this.schemes = schemes;
        this.closings = closings;
        this.service = service;
        this.saga = saga;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${whitelane.replacement.interval:PT10S}",
            fixedDelayString = "${whitelane.replacement.interval:PT10S}")
    void carryOn() {
        begin(clock);
        closings.schemes().forEach(this::carryOn);
    }

    /**
     * Those whose successor has its first day; whoever was down at midnight looks when up again.
     */
    void begin(Clock at) {
        for (var scheme : schemes.newest()) {
            try {
                service.beginOwn(scheme, at);
            } catch (RuntimeException e) {
                LOG.error("{} could not take its place; it is tried again", scheme.code(), e);
            }
        }
    }

    /** One that fails holds up neither the other schemes nor the next try. */
    private void carryOn(String scheme) {
        try {
            run(scheme);
        } catch (RuntimeException e) {
            LOG.error("The replacement of {} stopped; it is tried again", scheme, e);
        }
    }

    /** As far as it goes now. */
    void run(String scheme) {
        var waiting = new HashSet<String>();
        var step = saga.next(scheme, waiting, clock);
        while (step == Step.DONE || step == Step.WAITS) {
            step = saga.next(scheme, waiting, clock);
        }
    }
}
