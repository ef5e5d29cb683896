package org.whitelane.approval.ind;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The register's table: one row per record, as it stands now. */
@Repository
class Inds {

    private static final String AMEND =
            """
            update ind set version = :version, status = :status, acceptance_number = :acceptanceNumber,
                notice_number = :noticeNumber, decision = :decision, name_zh = :nameZh, name_en = :nameEn, strength = :strength,
                sponsor = :sponsor, sponsor_key = :sponsorKey, modality = :modality, registration_class = :registrationClass,
                class_catalogue = :classCatalogue, cell_or_gene_therapy = :cellOrGeneTherapy, indications = :indications,
                accepted_on = :acceptedOn, accepted_source = :acceptedSource, decided_on = :decidedOn,
                decided_source = :decidedSource, announced_on = :announcedOn, announced_source = :announcedSource
            where id = :id
            """;

    private final JdbcClient jdbc;
    private final Amendments amendments;

    Inds(JdbcClient jdbc, Amendments amendments) {
        this.jdbc = jdbc;
        this.amendments = amendments;
    }

    /** False when one of the two numbers is taken; the transaction can go on. */
    boolean add(Ind ind) {
        return jdbc.sql(
                                """
                                insert into ind (id, acceptance_number, notice_number, decision,
                                    name_zh, name_en, strength, sponsor, sponsor_key, modality, registration_class,
                                    class_catalogue, cell_or_gene_therapy, indications,
                                    accepted_on, accepted_source, decided_on, decided_source,
                                    announced_on, announced_source, recorded_at)
                                values (:id, :acceptanceNumber, :noticeNumber, :decision,
                                    :nameZh, :nameEn, :strength, :sponsor, :sponsorKey, :modality, :registrationClass,
                                    :classCatalogue, :cellOrGeneTherapy, :indications,
                                    :acceptedOn, :acceptedSource, :decidedOn, :decidedSource,
                                    :announcedOn, :announcedSource, :recordedAt)
                                on conflict do nothing
                                """)
                        .params(values(ind))
                        .update()
                == 1;
    }

    /** Which of its numbers another record has; empty when neither. */
    Optional<Outcome.Taken> numberTaken(Ind ind) {
        var acceptance = ind.facts().acceptanceNumber();
        var notice = ind.facts().noticeNumber();
        if (taken("acceptance_number", acceptance.value(), ind.id())) {
            return Optional.of(
                    new Outcome.Taken(
                            "acceptance-number-taken",
                            "Acceptance number %s is in the register already."
                                    .formatted(acceptance)));
        }
        return notice != null && taken("notice_number", notice.value(), ind.id())
                ? Optional.of(
                        new Outcome.Taken(
                                "notice-number-taken",
                                "Notice number %s is in the register already.".formatted(notice)))
                : Optional.empty();
    }

    private boolean taken(String column, String number, UUID but) {
        return jdbc.sql("select 1 from ind where %s = :number and id <> :id".formatted(column))
                .param("number", number)
                .param("id", but)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    Optional<Ind> find(UUID id) {
        return one("select * from ind where id = :id", id);
    }

    /** Nobody else amends it until the transaction ends. */
    Optional<Ind> lock(UUID id) {
        return one("select * from ind where id = :id for update", id);
    }

    private Optional<Ind> one(String query, UUID id) {
        return withAmendments(jdbc.sql(query).param("id", id).query(IndRow::read).list()).stream()
                .findFirst()
                .map(Ind.Listed::ind);
    }

    private List<Ind.Listed> withAmendments(List<Ind.Listed> rows) {
        var found = amendments.of(rows.stream().map(row -> row.ind().id()).toList());
        return rows.stream()
                .map(row -> row.with(found.getOrDefault(row.ind().id(), List.of())))
                .toList();
    }

    /** The row of a record that has just been amended, under its lock. */
    void amend(Ind ind) {
        jdbc.sql(AMEND).params(values(ind)).update();
        amendments.add(ind.id(), ind.amendments().getLast());
    }

    /** Newest first, from below a place; null begins at the top. */
    List<Ind.Listed> below(@Nullable Long place, IndFilter filter, int limit) {
        var wanted = new LinkedHashMap<String, @Nullable Object>();
        wanted.put("place < :place", place);
        wanted.put("acceptance_number = :acceptanceNumber", text(filter.acceptanceNumber()));
        wanted.put("notice_number = :noticeNumber", text(filter.noticeNumber()));
        wanted.put("sponsor_key = :sponsorKey", filter.sponsorKey());
        wanted.values().removeIf(Objects::isNull);
        // only what is asked for: "is null or" would hide the indexes from the planner
        var conditions = wanted.isEmpty() ? "true" : String.join(" and ", wanted.keySet());
        var query =
                jdbc.sql(
                        "select * from ind where %s order by place desc limit :limit"
                                .formatted(conditions));
        for (var condition : wanted.entrySet()) {
            query = query.param(condition.getKey().replaceAll(".*:", ""), condition.getValue());
        }
        return withAmendments(query.param("limit", limit).query(IndRow::read).list());
    }

    private static Map<String, @Nullable Object> values(Ind ind) {
        var facts = ind.facts();
        var product = facts.product();
        var values = new HashMap<String, @Nullable Object>();
        values.put("id", ind.id());
        values.put("version", ind.version());
        values.put("status", ind.status().name());
        values.put("acceptanceNumber", facts.acceptanceNumber().value());
        values.put("noticeNumber", text(facts.noticeNumber()));
        values.put("decision", facts.decision().name());
        values.put("nameZh", product.nameZh());
        values.put("nameEn", product.nameEn());
        values.put("strength", product.strength());
        values.put("sponsor", product.sponsor());
        values.put("sponsorKey", IndFilter.sponsorKey(product.sponsor()));
        values.put("modality", product.modality().name());
        values.put("registrationClass", product.registrationClass());
        values.put("classCatalogue", ind.classCatalogue());
        values.put("cellOrGeneTherapy", product.cellOrGeneTherapy());
        values.put("indications", product.indications().toArray(String[]::new));
        putDate(values, "accepted", facts.acceptedOn());
        putDate(values, "decided", facts.decidedOn());
        putDate(values, "announced", facts.announcedOn());
        values.put("recordedAt", ind.recordedAt().atOffset(ZoneOffset.UTC));
        return values;
    }

    private static void putDate(
            Map<String, @Nullable Object> values, String what, @Nullable SourcedDate date) {
        values.put(what + "On", date == null ? null : date.value().toString());
        values.put(what + "Source", date == null ? null : date.source());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : Objects.toString(value);
    }
}
