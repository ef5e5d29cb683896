package org.whitelane.chassis.journal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.Map;
import java.util.UUID;

/**
 * Erases what the journal knows about a person. The entries stay, with the salted digest of what
 * was there, so every chain still verifies and nobody can guess the content back.
 */
final class JournalErasure {

    /** The day only: the same instant would tell which acts were one person's. */
    private static final String ERASE =
            """
            with erased as (delete from journal_private where actor = :actor returning entry_id)
            insert into journal_erased (entry_id, erased_on) select entry_id, current_date from erased
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Journal journal;
    private final String service;

    /**
     * @param eraser connections of the eraser's role: no other may delete
     */
    JournalErasure(
            JdbcTransactionManager eraser, JdbcClient jdbc, Journal journal, String service) {
        this.transaction = new TransactionTemplate(eraser);
        this.jdbc = jdbc;
        this.journal = journal;
        this.service = service;
    }

    /**
     * How many private parts were erased; the entry that says so is written in the same
     * transaction.
     */
    Erased erase(String actor, String reason, String byWhom) {
        return transaction.execute(
                status -> {
                    int count = jdbc.sql(ERASE).param("actor", actor).update();
                    var id = UUID.randomUUID().toString();
                    journal.append(
                            new InternalEvent(
                                    "org.whitelane." + service + ".private-parts-erased.v1",
                                    id,
                                    Map.of("privateParts", count)),
                            // whose they were is itself private: the entry can never be changed
                            PrivatePart.by(byWhom).because(reason).change(actor, null));
                    return new Erased(id, count);
                });
    }

    record Erased(String id, int privateParts) {}
}
