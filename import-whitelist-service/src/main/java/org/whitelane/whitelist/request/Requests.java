package org.whitelane.whitelist.request;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.whitelist.core.Json;
import org.whitelane.whitelist.core.Question;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The stored requests. */
@Repository
public class Requests {

    private static final String SELECT =
            """
            select id, number, scheme, scheme_version, organisation, content, status, steps, opinions,
                   questions, version
            from request
            """;

    private final JdbcClient db;

    Requests(JdbcClient db) {
        this.db = db;
    }

    public Optional<WhitelistRequest> find(UUID id) {
        return db.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(Requests::request)
                .optional();
    }

    /** A request never changes hands, so this needs no lock: parties are locked before requests. */
    public Optional<String> organisationOf(UUID id) {
        return db.sql("select organisation from request where id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    public Optional<WhitelistRequest> lock(UUID id) {
        return db.sql(SELECT + "where id = :id for update")
                .param("id", id)
                .query(Requests::request)
                .optional();
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
                .query(Requests::request)
                .list();
    }

    /**
     * What an organisation may see: its own, and what was submitted in the schemes it sits in.
     *
     * @param own null for none
     */
    public List<WhitelistRequest> page(
            @Nullable String own,
            Collection<String> schemes,
            @Nullable RequestStatus status,
            @Nullable UUID after,
            int limit) {
        return db.sql(
                        SELECT
                                + """
                                where (organisation = :own or (scheme = any (:schemes) and submitted))
                                  and (:status::text is null or status = :status)
                                  and (:after::uuid is null or id > :after)
                                order by id limit :limit
                                """)
                .param("own", own)
                .param("schemes", schemes.toArray(String[]::new))
                .param("status", status == null ? null : status.name())
                .param("after", after)
                .param("limit", limit)
                .query(Requests::request)
                .list();
    }

    /** Readable numbers without a lock: rolled back drafts leave gaps. */
    String nextNumber(String scheme, int year) {
        var serial = db.sql("select nextval('request_number')").query(Long.class).single();
        return "%s-%d-%06d".formatted(scheme, year, serial);
    }

    void add(WhitelistRequest request) {
        db.sql(
                        """
                        insert into request (id, number, scheme, scheme_version, organisation, content,
                          status, steps, opinions, questions, submitted, version)
                        values (:id, :number, :scheme, :schemeVersion, :organisation, :content::jsonb,
                          :status, :steps::jsonb, :opinions::jsonb, :questions::jsonb, :submitted, :version)
                        """)
                .params(columns(request))
                .update();
    }

    /** Gives the saved request back with its new version. */
    WhitelistRequest save(WhitelistRequest request) {
        var rows =
                db.sql(
                                """
                                update request
                                set scheme_version = :schemeVersion, content = :content::jsonb,
                                    status = :status, steps = :steps::jsonb, opinions = :opinions::jsonb,
                                    questions = :questions::jsonb, submitted = :submitted,
                                    version = version + 1
                                where id = :id and version = :version
                                """)
                        .params(columns(request))
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

    private static WhitelistRequest request(ResultSet row, int number) throws SQLException {
        return new WhitelistRequest(
                row.getObject("id", UUID.class),
                row.getString("number"),
                new SchemeRef(row.getString("scheme"), row.getInt("scheme_version")),
                row.getString("organisation"),
                Json.read(row.getString("content"), RequestContent.class),
                RequestStatus.valueOf(row.getString("status")),
                Json.readList(row.getString("steps"), Step[].class),
                Json.readList(row.getString("opinions"), Opinion[].class),
                Json.readList(row.getString("questions"), Question[].class),
                row.getInt("version"));
    }

    private static Map<String, Object> columns(WhitelistRequest request) {
        return Map.ofEntries(
                Map.entry("id", request.id()),
                Map.entry("number", request.number()),
                Map.entry("scheme", request.scheme().code()),
                Map.entry("schemeVersion", request.scheme().version()),
                Map.entry("organisation", request.organisation()),
                Map.entry("content", Json.write(request.content())),
                Map.entry("status", request.status().name()),
                Map.entry("steps", Json.write(request.steps())),
                Map.entry("opinions", Json.write(request.opinions())),
                Map.entry("questions", Json.write(request.questions())),
                Map.entry("submitted", request.wasSubmitted()),
                Map.entry("version", request.version()));
    }
}
