package org.whitelane.whitelist.declaration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.Officer;

import java.util.UUID;

/**
 * Gives back what was reserved and not declared in time. Each reservation in a transaction of its
 * own, and saved only if nobody was faster: any number of instances may run it at once.
 */
@Component
public class ReservationExpiryJob {

    private static final Logger LOG = LoggerFactory.getLogger(ReservationExpiryJob.class);
    private static final int AT_ONCE = 200;

    private final Declarations declarations;
    private final DeclarationService service;
    private final DeclarationRoom room;

    ReservationExpiryJob(
            Declarations declarations, DeclarationService service, DeclarationRoom room) {
        this.declarations = declarations;
        this.service = service;
        this.room = room;
    }

    /** Soon after midnight in China, and again in case no instance was there. */
    @Scheduled(cron = "30 0 0 * * *", zone = "Asia/Shanghai")
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT15M")
    public void expire() {
        var overdue = declarations.overdue(room.today(), AT_ONCE);
        while (!overdue.isEmpty() && overdue.stream().filter(this::expired).count() > 0) {
            overdue = declarations.overdue(room.today(), AT_ONCE);
        }
    }

    /** One that cannot be expired keeps the others waiting no longer than it takes to say so. */
    private boolean expired(UUID id) {
        try {
            var outcome =
                    service.decide(
                            id, new DeclarationCommand.Expire(), Officer.system(), _ -> true);
            return outcome instanceof DeclarationOutcome.Done;
        } catch (RuntimeException e) {
            LOG.error("Reservation {} could not be expired", id, e);
            return false;
        }
    }
}
