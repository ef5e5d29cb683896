package org.whitelane.whitelist.request;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.whitelist.mandate.Mandate;
import org.whitelane.whitelist.request.RequestPages.Visible;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The stored requests. */
@Repository
public class Requests {

    private static final String SELECT =
            """
            select id, number, scheme, scheme_version, organisation, agents, content, status, steps,
                   opinions, questions, version
            from request
            """;

    private final JdbcClient db;

    Requests(JdbcClient db) {
        this.db = db;
    }

    public Optional<WhitelistRequest> find(UUID id) {
        return db.sql(SELECT + "where id = :id").param("id", id).query(RequestRow::read).optional();
    }

    /** A request never changes hands, so this needs no lock: parties are locked before requests. */
    public Optional<String> organisationOf(UUID id) {
        return db.sql("select organisation from request where id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** The same with its scheme, which it keeps as well. */
    Optional<Owner> ownerOf(UUID id) {
        return db.sql("select organisation, scheme from request where id = :id")
                .param("id", id)
                .query((row, _) -> new Owner(row.getString(1), row.getString(2)))
                .optional();
    }

    /** Whose a request is, and under which scheme. */
    record Owner(String organisation, String scheme) {}

    public Optional<WhitelistRequest> lock(UUID id) {
        return db.sql(SELECT + "where id = :id for update")
                .param("id", id)
                .query(RequestRow::read)
                .optional();
    }

    /** Those that are there, in the order of their ids. */
    public List<WhitelistRequest> named(Collection<UUID> ids) {
        return db.sql(SELECT + "where id = any (:ids) order by id")
                .param("ids", ids.toArray(UUID[]::new))
                .query(RequestRow::read)
                .list();
    }

    /** Those that are there, locked in the order of their ids, as by everybody. */
    public List<WhitelistRequest> lockAll(Collection<UUID> ids) {
        return db.sql(SELECT + "where id = any (:ids) order by id for update")
                .param("ids", ids.toArray(UUID[]::new))
                .query(RequestRow::read)
                .list();
    }

    /** In the order of their ids, as everybody who locks several. */
    List<WhitelistRequest> lockOpen(String organisation) {
        return db.sql(
                        SELECT
                                + """
                                where organisation = :organisation and status = any (:open)
                                order by id for update
                                """)
                .param("organisation", organisation)
                .param("open", names(RequestStatus.OPEN))
                .query(RequestRow::read)
                .list();
    }

    /** Others that are open and ask for something of the same, the newest first. */
    List<WhitelistRequest> alike(WhitelistRequest request, int limit) {
        return db.sql(
                        SELECT
                                + """
                                where wishes && :wishes::text[] and id <> :id
                                order by id desc limit :limit
                                """)
                .param(
                        "wishes",
                        request.content().wishes(request.organisation()).toArray(String[]::new))
                .param("id", request.id())
                .param("limit", limit)
                .query(RequestRow::read)
                .list();
    }

    List<WhitelistRequest> page(
            Visible visible, RequestPages.Filter filter, @Nullable UUID after, int limit) {
        var status = filter.status();
        return db.sql(
                        SELECT
                                + """
                                where (organisation = :own or (scheme = any (:schemes) and submitted)
                                       or (organisation = any (:units::text[])
                                           and exists (select 1
                                                from unnest(:units::text[], :scopes::text[]) m (unit, scope)
                                                where unit = organisation and (scope is null or scope = scheme))))
                                  and (:status::text is null or status = :status)
                                  and (:unit::text is null or organisation = :unit)
                                  and (:after::uuid is null or id > :after)
                                order by id limit :limit
                                """)
                .param("own", visible.own())
                .param("schemes", visible.schemes().toArray(String[]::new))
                .param("units", column(visible, Mandate::unit))
                .param("scopes", column(visible, Mandate::scheme))
                .param("status", status == null ? null : status.name())
                .param("unit", filter.unit())
                .param("after", after)
                .param("limit", limit)
                .query(RequestRow::read)
                .list();
    }

    private static @Nullable String[] column(
            Visible visible, Function<Mandate, @Nullable String> field) {
        return visible.mandates().stream().map(field).toArray(String[]::new);
    }

    /** Readable numbers from a sequence of the scheme and year: rolled back drafts leave gaps. */
    String nextNumber(String scheme, int year) {
        var serial =
                db.sql("select next_request_number(:scheme, :year)")
                        .param("scheme", scheme)
                        .param("year", year)
                        .query(Long.class)
                        .single();
        return "%s-%d-%06d".formatted(scheme, year, serial);
    }

    void add(WhitelistRequest request) {
        db.sql(
                        """
                        insert into request (id, number, scheme, scheme_version, organisation, agents, content,
                          wishes, status, steps, opinions, questions, submitted, version)
                        values (:id, :number, :scheme, :schemeVersion, :organisation, :agents, :content::jsonb,
                          :wishes, :status, :steps::jsonb, :opinions::jsonb, :questions::jsonb, :submitted, :version)
                        """)
                .params(RequestRow.values(request))
                .update();
    }

    /** Gives the saved request back with its new version. */
    WhitelistRequest save(WhitelistRequest request) {
        var rows =
                db.sql(
                                """
                                update request
                                set scheme_version = :schemeVersion, agents = :agents, content = :content::jsonb,
                                    wishes = :wishes, status = :status, steps = :steps::jsonb, opinions = :opinions::jsonb,
                                    questions = :questions::jsonb, submitted = :submitted,
                                    version = version + 1
                                where id = :id and version = :version
                                """)
                        .params(RequestRow.values(request))
                        .update();
        if (rows != 1) {
            throw new IllegalStateException(
                    "Request %s was locked, yet somebody else changed it".formatted(request.id()));
        }
        return request.withVersion(request.version() + 1);
    }

    private static String[] names(Collection<RequestStatus> statuses) {
        return statuses.stream().map(Enum::name).toArray(String[]::new);
    }
}
