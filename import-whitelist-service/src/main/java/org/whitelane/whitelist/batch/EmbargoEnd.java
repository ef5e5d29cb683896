package org.whitelane.whitelist.batch;

import io.micrometer.core.instrument.MeterRegistry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.request.Refusal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Publishes what was sealed for this moment. Runs in every instance: the batch's row says whether
 * somebody is at it; after a stop it publishes at once what became due meanwhile. What cannot be
 * published any more goes back to the office, with everything that stood against it.
 */
@Component
class EmbargoEnd {

    private static final Logger LOG = LoggerFactory.getLogger(EmbargoEnd.class);

    /** An event of the registry that has not arrived by then waits for an operator. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final BatchRooms rooms;
    private final BatchService service;
    private final MeterRegistry meters;
    private final Clock clock;

    EmbargoEnd(BatchRooms rooms, BatchService service, MeterRegistry meters, Clock clock) {
        this.rooms = rooms;
        this.service = service;
        this.meters = meters;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${whitelane.whitelist.embargo-check:PT5S}")
    void releaseDue() {
        rooms.due(clock.instant()).forEach(this::release);
    }

    private void release(UUID id) {
        try {
            service.atTheEnd(id, new BatchCommand.Release(), clock.instant())
                    .ifPresent(outcome -> conclude(id, outcome));
        } catch (RuntimeException e) {
            // it stays scheduled and is tried again; the others are not held up
            LOG.error("Batch {} could not be released", id, e);
        }
    }

    private void conclude(UUID id, BatchOutcome outcome) {
        switch (outcome) {
            case BatchOutcome.Accepted _ -> count("released");
            case BatchOutcome.Unpublishable(var code, var detail, var findings) -> {
                if (code == Refusal.PARTY_NOT_KNOWN_YET && isYoung(id)) {
                    LOG.warn("Batch {} waits: {}", id, detail);
                } else {
                    handBack(id, detail, findings);
                }
            }
            case BatchOutcome.Refused(_, var detail, var findings) ->
                    handBack(id, detail, findings);
            case BatchOutcome.OtherVersion _ ->
                    throw new IllegalStateException("a release takes every version");
        }
    }

    private boolean isYoung(UUID id) {
        return rooms.find(id)
                .map(BatchRoom::releaseAt)
                .filter(at -> at.plus(PATIENCE).isAfter(clock.instant()))
                .isPresent();
    }

    private void handBack(UUID id, String detail, List<Finding> findings) {
        service.atTheEnd(id, new BatchCommand.HandBack(detail, findings), clock.instant());
        count("handed-back");
    }

    private void count(String result) {
        meters.counter("whitelane.whitelist.batches.embargo.ends", "result", result).increment();
    }
}
