package org.whitelane.whitelist.entry;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.whitelane.events.UuidV7;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.request.Refusal;
import org.whitelane.whitelist.scheme.Schemes;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Publishes recognised requests as one batch: requests, batch, entries and events together or not
 * at all.
 */
@Service
public class BatchService {

    private final Schemes schemes;
    private final PublicationDesk desk;
    private final Batches batches;
    private final Entries entries;
    private final Clock clock;

    BatchService(
            Schemes schemes, PublicationDesk desk, Batches batches, Entries entries, Clock clock) {
        this.schemes = schemes;
        this.desk = desk;
        this.batches = batches;
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * @param requests in the order in which the list is to show them
     */
    @Transactional
    public BatchOutcome publish(
            String scheme, String decisionDocument, List<UUID> requests, Officer officer) {
        var known = schemes.newest(scheme);
        if (known.isEmpty()) {
            return new BatchOutcome.Refused(
                    Refusal.UNKNOWN_SCHEME, "There is no scheme " + scheme + ".", List.of());
        }
        var batch =
                new Batch(
                        UuidV7.at(clock.instant()),
                        scheme,
                        batches.nextNumber(scheme),
                        decisionDocument,
                        LegalDays.today(clock),
                        officer.subject());
        var docket =
                desk.examine(
                        requests, new BatchAssembly(batch, known.get(), clock.instant()), officer);
        if (!docket.refusals().isEmpty()) {
            // requests before the refused one are saved by now, and a number is drawn
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return docket.refused();
        }
        batches.add(batch);
        docket.entries().forEach(entries::add);
        desk.announce(batch, known.get(), docket.entries(), officer);
        return new BatchOutcome.Published(batch, docket.entries());
    }
}
