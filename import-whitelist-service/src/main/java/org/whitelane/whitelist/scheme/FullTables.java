package org.whitelane.whitelist.scheme;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Tables at which every seat is taken: nobody leaves a seat or changes it, so they are asked for
 * once.
 */
final class FullTables {

    private final Map<String, Members> known = new ConcurrentHashMap<>();

    /**
     * @param asked what the database says, where the table is not known to be full
     */
    Members of(PilotScheme scheme, Supplier<Members> asked) {
        var full = known.get(scheme.reference());
        if (full != null) {
            return full;
        }
        var members = asked.get();
        if (members.isComplete()) {
            remember(scheme.reference(), members);
        }
        return members;
    }

    /** Once it is certain: a seat that was taken in this transaction may still be given back. */
    private void remember(String reference, Members members) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            known.put(reference, members);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        known.put(reference, members);
                    }
                });
    }
}
