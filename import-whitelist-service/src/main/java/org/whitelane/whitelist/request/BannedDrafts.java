package org.whitelane.whitelist.request;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.whitelist.ban.Ban;

import java.util.Optional;
import java.util.UUID;

/** Drafts that a ban leaves without a purpose. */
@Repository
class BannedDrafts {

    private final JdbcClient db;

    BannedDrafts(JdbcClient db) {
        this.db = db;
    }

    /**
     * The next one that was there when the unit was banned: ids grow with time. What a unit drafts
     * afterwards it drafts for afterwards. A right can be given back by who is banned, too.
     */
    Optional<UUID> next(Ban ban) {
        return db.sql(
                        """
                        select id from request
                        where organisation = :unit and scheme = :scheme and id < :ban
                          and status = 'DRAFT' and content ->> 'kind' <> 'WITHDRAW_LISTING'
                        order by id limit 1
                        """)
                .param("unit", ban.organisation())
                .param("scheme", ban.scheme())
                .param("ban", ban.id())
                .query(UUID.class)
                .optional();
    }
}
