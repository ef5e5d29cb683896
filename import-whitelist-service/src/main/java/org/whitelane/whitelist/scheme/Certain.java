package org.whitelane.whitelist.scheme;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What is read within a transaction may have been written by it, and be taken back with it. */
final class Certain {

    private Certain() {}

    /** Remembers it when the transaction has been committed; at once where there is none. */
    static void once(Runnable remember) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            remember.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        remember.run();
                    }
                });
    }
}
