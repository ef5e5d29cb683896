package org.whitelane.whitelist.entry;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.whitelist.entry.WhitelistEntry.Key;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What stands on the list already, for whoever publishes more. */
@Repository
public class StandingEntries {

    /** One right per unit and article; a used-up entry makes room for another. */
    private static final String LIVE_ONCE =
            """
             and (status in ('PENDING', 'ACTIVE', 'SUSPENDED')
                  or (status = 'EXHAUSTED' and used < quantity))
            """;

    private final JdbcClient db;

    StandingEntries(JdbcClient db) {
        this.db = db;
    }

    /** Whose article nobody else of the same unit may be given in the scheme. */
    public Set<Key> activeKeys(String scheme, Collection<String> organisations) {
        return db
                .sql(
                        """
                        select organisation, article_key from entry
                        where scheme = :scheme and organisation = any (:organisations)
                        """
                                + LIVE_ONCE)
                .param("scheme", scheme)
                .param("organisations", organisations.toArray(String[]::new))
                .query((row, _) -> new Key(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** In the order of their ids, as everybody who locks several; asks only when some are named. */
    public List<WhitelistEntry> lockAll(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : db.sql(
                                "select "
                                        + EntryRow.COLUMNS
                                        + " from entry where id = any (:ids) order by id for"
                                        + " update")
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(EntryRow::read)
                        .list();
    }
}
