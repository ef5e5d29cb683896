package org.whitelane.whitelist.entry;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * The counts of an entry's quota. Each change is one conditional UPDATE: what is asked of the row
 * and what is changed in it happen under the row's lock, so two reservations never both pass.
 */
@Repository
class Quotas {

    private static final String RETURNING = " returning " + EntryRow.COLUMNS;

    private final JdbcClient db;

    Quotas(JdbcClient db) {
        this.db = db;
    }

    /** Empty when the entry does not allow it, for whatever reason. */
    Optional<WhitelistEntry> reserve(Draw draw, LocalDate today) {
        return db.sql(
                        """
                        update entry set
                          reserved = case when quota_year = :year then reserved else 0 end + :amount,
                          used = case when quota_year = :year then used else 0 end,
                          quota_year = :year, capped = :capped,
                          status = case when :capped and :year = 0 and reserved + used + :amount = quantity
                                        then 'EXHAUSTED' else status end,
                          version = version + 1
                        where id = :id and status = 'ACTIVE' and quantity_unit = :unit
                          and valid_from <= :today and (valid_to is null or valid_to >= :today)
                          and quota_year <= :year
                          and (not :limits or :amount <= quantity)
                          and (not :capped
                               or case when quota_year = :year then reserved + used else 0 end + :amount
                                  <= quantity)
                        """
                                + RETURNING)
                .param("id", draw.entry())
                .param("amount", draw.amount())
                .param("unit", draw.unit().code())
                .param("year", draw.year())
                .param("capped", draw.reading().capped())
                .param("limits", draw.reading().limitsConsignment())
                .param("today", today)
                .query(EntryRow::read)
                .optional();
    }

    /**
     * What was held is free again, in part used. Of a year that is over the counts are gone.
     *
     * @param fromHold how much is no longer held
     * @param received how much of it, or beyond it, arrived
     * @return empty when more arrived than the quota has left
     */
    Optional<WhitelistEntry> settle(
            UUID entry, int year, BigDecimal fromHold, BigDecimal received) {
        return db.sql(
                        """
                        update entry set
                          reserved = reserved - case when quota_year = :year then :fromHold else 0 end,
                          used = used + case when quota_year = :year then :received else 0 end,
                          status = case
                            when status = 'EXHAUSTED' and reserved + used + :received - :fromHold < quantity
                              then 'ACTIVE'
                            when status = 'ACTIVE' and capped and :year = 0
                                 and reserved + used + :received - :fromHold = quantity then 'EXHAUSTED'
                            else status end,
                          version = version + 1
                        where id = :id
                          and (not capped or quota_year <> :year
                               or reserved + used + :received - :fromHold <= quantity)
                        """
                                + RETURNING)
                .param("id", entry)
                .param("year", year)
                .param("fromHold", fromHold)
                .param("received", received)
                .query(EntryRow::read)
                .optional();
    }
}
