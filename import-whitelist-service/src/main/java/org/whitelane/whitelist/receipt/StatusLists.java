package org.whitelane.whitelist.receipt;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.whitelist.receipt.StatusList.Status;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Places of receipts in status lists. What a place says is no column: it follows from the entry
 * each time somebody asks, so that no change of an entry can forget it.
 */
@Repository
class StatusLists {

    /** Beyond it random places are hard to find. */
    private static final int FULL_QUARTERS = 3;

    private final JdbcClient db;
    private final ReceiptSettings settings;
    private final SecureRandom random = new SecureRandom();

    StatusLists(JdbcClient db, ReceiptSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    record Place(UUID list, int position) {}

    /**
     * A free place at random, for the caller's transaction: whoever sees two receipts learns
     * neither their order nor how many are between them.
     */
    Place take(Instant now) {
        var list = open().orElseGet(() -> opened(now));
        var position = random.nextInt(list.size());
        while (isTaken(list.id(), position)) {
            position = random.nextInt(list.size());
        }
        return new Place(list.id(), position);
    }

    private record ListOf(UUID id, int size) {}

    /** Under the list's row lock until the transaction ends, so that no place is taken twice. */
    private Optional<ListOf> open() {
        return db.sql(
                        """
                        update receipt_list set taken = taken + 1
                        where id = (select id from receipt_list where taken < size / 4 * :quarters
                                    order by created_at, id limit 1 for update)
                        returning id, size
                        """)
                .param("quarters", FULL_QUARTERS)
                .query((row, _) -> new ListOf(row.getObject("id", UUID.class), row.getInt("size")))
                .optional();
    }

    private ListOf opened(Instant now) {
        var list = new ListOf(UUID.randomUUID(), settings.listSize());
        db.sql(
                        "insert into receipt_list (id, size, taken, created_at) values (:id, :size,"
                                + " 1, :now)")
                .param("id", list.id())
                .param("size", list.size())
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
        return list;
    }

    private boolean isTaken(UUID list, int position) {
        return db.sql(
                        """
                        select exists (select 1 from entry_receipt
                                       where list = :list and position = :position)
                        """)
                .param("list", list)
                .param("position", position)
                .query(Boolean.class)
                .single();
    }

    /** Empty when there is no such list. */
    Optional<StatusList> find(UUID id) {
        return db.sql("select size from receipt_list where id = :id")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .map(size -> filled(id, new StatusList(size)));
    }

    /**
     * An entry that has ended, or that says something else than the receipt, makes it invalid for
     * ever; one that is suspended, or whose unit is, makes it wait.
     */
    private StatusList filled(UUID id, StatusList list) {
        db.sql(
                        """
                        select position,
                          said and (entry_status = 'SUSPENDED' or held_back and live) as waits
                        from (select receipt.position, entry.status as entry_status,
                                entry.status in ('PENDING', 'ACTIVE', 'EXHAUSTED') as live,
                                exists (select 1 from unit_listing unit
                                        where unit.scheme = entry.scheme
                                          and unit.organisation = entry.organisation
                                          and unit.status = 'SUSPENDED') as held_back,
                                receipt.article = entry.article
                                  and receipt.waived_documents = entry.waived_documents
                                  and receipt.valid_from = entry.valid_from
                                  and receipt.valid_to is not distinct from entry.valid_to as said
                              from entry_receipt receipt join entry on entry.id = receipt.entry
                              where receipt.list = :list) as place
                        where not said or held_back or not live
                        """)
                .param("list", id)
                .query(
                        (row, _) ->
                                Map.entry(
                                        row.getInt("position"),
                                        row.getBoolean("waits")
                                                ? Status.SUSPENDED
                                                : Status.INVALID))
                .list()
                .forEach(place -> list.set(place.getKey(), place.getValue()));
        return list;
    }
}
