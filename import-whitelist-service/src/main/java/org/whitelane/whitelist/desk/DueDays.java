package org.whitelane.whitelist.desk;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Tells other rooms when a step of their requests is due; where it does not run, it is not there.
 */
@Repository
public class DueDays {

    private final JdbcClient db;

    DueDays(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param provisional it rests on a calendar that is not loaded yet
     */
    public record Due(LocalDate on, boolean provisional) {}

    public Map<UUID, Due> of(String step, Collection<UUID> requests) {
        return db
                .sql(
                        """
                        select request, due_on, provisional from deadline
                        where step = :step and request = any (:requests)
                        """)
                .param("step", step)
                .param("requests", requests.toArray(UUID[]::new))
                .query(
                        (row, _) ->
                                Map.entry(
                                        row.getObject("request", UUID.class),
                                        new Due(
                                                row.getObject("due_on", LocalDate.class),
                                                row.getBoolean("provisional"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
