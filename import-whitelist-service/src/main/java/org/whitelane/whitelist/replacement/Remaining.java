package org.whitelane.whitelist.replacement;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.whitelist.request.RequestStatus;
import org.whitelane.whitelist.scheme.Closing;
import org.whitelane.whitelist.scheme.Replacement;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What of a closed scheme still has to end; that alone says how far its replacement has come. */
@Repository
public class Remaining {

    private static final String REQUESTS =
            """
             from request
             where scheme = :scheme and status = any (:statuses)
               -- a right can be given back after the scheme's end, too
               and content ->> 'kind' <> 'WITHDRAW_LISTING'
            """;
    private static final String UNITS =
            """
             from (
               select organisation from entry
               where scheme = :scheme and status in ('PENDING', 'ACTIVE', 'EXHAUSTED', 'SUSPENDED')
               union
               select organisation from unit_listing
               where scheme = :scheme and status in ('ACTIVE', 'SUSPENDED')) live
            """;

    private final JdbcClient db;

    Remaining(JdbcClient db) {
        this.db = db;
    }

    /**
     * How many of each.
     *
     * @param units with something live
     */
    public record Left(int requests, int units) {}

    Left left(Closing closing) {
        return new Left(
                db.sql("select count(*)" + REQUESTS)
                        .param("scheme", closing.scheme())
                        .param("statuses", statuses(closing))
                        .query(Integer.class)
                        .single(),
                keeps(closing)
                        ? 0
                        : db.sql("select count(*)" + UNITS)
                                .param("scheme", closing.scheme())
                                .query(Integer.class)
                                .single());
    }

    /**
     * Drafts in any case, since nobody can submit them any more; what was submitted only where the
     * plan says so. What is recognised was decided, and is published.
     */
    Optional<UUID> request(Closing closing) {
        return db.sql("select id" + REQUESTS + "order by id limit 1")
                .param("scheme", closing.scheme())
                .param("statuses", statuses(closing))
                .query(UUID.class)
                .optional();
    }

    private static String[] statuses(Closing closing) {
        var open =
                closing.plan().requests() == Replacement.Requests.WITHDRAW
                        ? RequestStatus.OPEN.stream().filter(s -> s != RequestStatus.RECOGNISED)
                        : Stream.<RequestStatus>of();
        return Stream.concat(Stream.of(RequestStatus.DRAFT), open)
                .map(Enum::name)
                .toArray(String[]::new);
    }

    private static boolean keeps(Closing closing) {
        return closing.plan().entries() == Replacement.Entries.KEEP_UNTIL_EXPIRY;
    }

    /**
     * Units with something live under the scheme.
     *
     * @param besides those that wait
     */
    Optional<String> unit(Closing closing, Collection<String> besides) {
        return keeps(closing)
                ? Optional.empty()
                : db.sql(
                                "select organisation"
                                        + UNITS
                                        + """
                                        where organisation <> all (:besides)
                                        order by organisation limit 1
                                        """)
                        .param("scheme", closing.scheme())
                        .param("besides", besides.toArray(String[]::new))
                        .query(String.class)
                        .optional();
    }

    /** The request that brought the unit onto the list. */
    UUID requestOf(Closing closing, String unit) {
        return db.sql(
                        """
                        select request from (
                          select request, id from entry
                          where scheme = :scheme and organisation = :unit
                          union all
                          select request, id from unit_listing
                          where scheme = :scheme and organisation = :unit) listed
                        order by id limit 1
                        """)
                .param("scheme", closing.scheme())
                .param("unit", unit)
                .query(UUID.class)
                .single();
    }
}
