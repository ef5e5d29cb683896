package org.whitelane.whitelist.scheme;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.chassis.database.AfterCommit;
import org.whitelane.whitelist.core.Json;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.core.Refused;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Loaded versions and bound members. A version never changes, so it is read once. */
@Repository
public class Schemes {

    private final JdbcClient db;
    private final Clock clock;
    private final Map<String, PilotScheme> read = new ConcurrentHashMap<>();
    private final FullTables full = new FullTables();

    Schemes(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The newest version of each scheme. */
    public List<PilotScheme> newest() {
        return db.sql(
                        "select code, max(version) as version from scheme_version group by code"
                                + " order by code")
                .query((row, _) -> version(row.getString("code"), row.getInt("version")))
                .list();
    }

    /** The newest version of one scheme. */
    public Optional<PilotScheme> newest(String code) {
        return db.sql(
                        "select max(version) from scheme_version where code = :code having count(*)"
                                + " > 0")
                .param("code", code)
                .query(Integer.class)
                .optional()
                .map(version -> version(code, version));
    }

    public PilotScheme version(String code, int version) {
        var name = code + " " + version;
        var known = read.get(name);
        if (known != null) {
            return known;
        }
        var found = stored(code, version);
        // it may have been loaded by this very transaction
        AfterCommit.run(() -> read.put(name, found));
        return found;
    }

    private PilotScheme stored(String code, int version) {
        return Json.read(
                db.sql(
                                """
                                select definition from scheme_version
                                where code = :code and version = :version
                                """)
                        .param("code", code)
                        .param("version", version)
                        .query(String.class)
                        .single(),
                PilotScheme.class);
    }

    /** Not open any more where another scheme has taken its place. */
    public PilotScheme untilClosed(PilotScheme scheme) {
        return db.sql("select closed_on from scheme_closing where scheme = :code")
                .param("code", scheme.code())
                .query(LocalDate.class)
                .optional()
                .map(scheme::closedFrom)
                .orElse(scheme);
    }

    public Members members(PilotScheme scheme) {
        return full.of(scheme, () -> seated(scheme));
    }

    private Members seated(PilotScheme scheme) {
        return new Members(
                scheme.governance(),
                db
                        .sql(
                                "select agency_role, organisation from scheme_member where scheme ="
                                        + " :scheme")
                        .param("scheme", scheme.code())
                        .query((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The schemes at whose table an organisation sits. */
    public List<String> seatsOf(@Nullable String organisation) {
        return db.sql(
                        "select distinct scheme from scheme_member where organisation ="
                                + " :organisation")
                .param("organisation", organisation)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Under which the officer reads everything: auditors all, others where they have a seat. */
    public List<String> readableBy(Officer officer) {
        return officer.isAuditor() ? codes() : seatsOf(officer.organisation());
    }

    /** Whether the officer reads what that unit has under the scheme. */
    public boolean mayRead(String unit, String scheme, Officer officer) {
        return officer.actsFor(unit) || readableBy(officer).contains(scheme);
    }

    /** What stands against somebody who does what only the scheme's office does. */
    public Optional<Refused> notTheOffice(PilotScheme scheme, Officer officer) {
        return members(scheme).office().filter(officer::actsFor).isPresent()
                ? Optional.empty()
                : Optional.of(
                        Refused.forbidden(
                                "not-the-office",
                                "Only the office of %s (%s) does this."
                                        .formatted(scheme.code(), scheme.governance().lead())));
    }

    /** Of every scheme ever loaded. */
    public List<String> codes() {
        return db.sql("select distinct code from scheme_version")
                .query((row, _) -> row.getString(1))
                .list();
    }

    /**
     * Of a scheme with its table: loaded rules, bound members, its closing and that closing's end
     * are only ever added, so their count grows with each change. 0 when there is no such scheme.
     */
    public long revision(String code) {
        return db.sql(
                        """
                        select (select count(*) from scheme_version where code = :code)
                             + (select count(*) from scheme_member where scheme = :code)
                             + (select count(*) + count(finished_at) from scheme_closing where scheme = :code)
                        """)
                .param("code", code)
                .query(Long.class)
                .single();
    }

    /** Until the transaction ends nobody else adds to the scheme. */
    void lock(String code) {
        db.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "whitelane.scheme." + code)
                .query(Integer.class)
                .single();
    }

    /** False when that version is there already. */
    boolean add(PilotScheme scheme) {
        return db.sql(
                                """
                                insert into scheme_version (code, version, definition, loaded_at)
                                values (:code, :version, :definition, :now)
                                on conflict do nothing
                                """)
                        .param("code", scheme.code())
                        .param("version", scheme.version())
                        .param("definition", Json.write(scheme))
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** False when the role or the organisation is bound already. */
    boolean bind(String scheme, String agencyRole, String organisation) {
        return db.sql(
                                """
                                insert into scheme_member (scheme, agency_role, organisation, bound_at)
                                values (:scheme, :role, :organisation, :now)
                                on conflict do nothing
                                """)
                        .param("scheme", scheme)
                        .param("role", agencyRole)
                        .param("organisation", organisation)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
