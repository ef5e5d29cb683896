package org.whitelane.whitelist.declaration;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Stored declarations. */
@Repository
class Declarations {

    private static final String SELECT =
            "select " + String.join(", ", DeclarationRow.COLUMNS) + " from declaration ";

    private final JdbcClient db;

    Declarations(JdbcClient db) {
        this.db = db;
    }

    Optional<ImportDeclaration> find(UUID id) {
        return db.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(DeclarationRow::read)
                .optional();
    }

    /**
     * What an organisation may see: its own, and what is under the schemes it sits in.
     *
     * @param own null for none
     */
    List<ImportDeclaration> page(
            @Nullable String own, Collection<String> schemes, Wanted wanted, int limit) {
        return db.sql(
                        SELECT
                                + """
                                where (organisation = :own or scheme = any (:schemes))
                                  and (:entry::uuid is null or entry = :entry)
                                  and (:status::text is null or status = :status)
                                  and (:after::uuid is null or id > :after)
                                order by id limit :limit
                                """)
                .param("own", own)
                .param("schemes", schemes.toArray(String[]::new))
                .param("entry", wanted.entry())
                .param("status", wanted.status() == null ? null : wanted.status().name())
                .param("after", wanted.after())
                .param("limit", limit)
                .query(DeclarationRow::read)
                .list();
    }

    /** Narrows a page; null for whatever. */
    record Wanted(@Nullable UUID entry, @Nullable DeclarationStatus status, @Nullable UUID after) {}

    /** For whoever holds the entry's lock. */
    List<ImportDeclaration> lockOpen(UUID entry) {
        return db.sql(
                        SELECT
                                + """
                                where entry = :entry and status = any (:open) order by id for update
                                """)
                .param("entry", entry)
                .param(
                        "open",
                        DeclarationStatus.BEFORE_CUSTOMS.stream()
                                .map(Enum::name)
                                .toArray(String[]::new))
                .query(DeclarationRow::read)
                .list();
    }

    /** Whose reservation is over, the longest first. */
    List<UUID> overdue(LocalDate today, int limit) {
        return db.sql(
                        """
                        select id from declaration
                        where status = 'RESERVED' and reserved_until < :today
                        order by reserved_until, id limit :limit
                        """)
                .param("today", today)
                .param("limit", limit)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Whether another declaration brought that line of the customs declaration. */
    boolean holdsLine(String customsNumber, UUID entry) {
        return db.sql(
                        """
                        select exists (
                          select 1 from declaration where customs_number = :number and entry = :entry
                            and status in ('DECLARED', 'RELEASED', 'RECEIVED'))
                        """)
                .param("number", customsNumber)
                .param("entry", entry)
                .query(Boolean.class)
                .single();
    }

    void add(ImportDeclaration declaration) {
        db.sql(
                        "insert into declaration (%s) values (%s)"
                                .formatted(
                                        String.join(", ", DeclarationRow.COLUMNS),
                                        DeclarationRow.placeholders()))
                .params(DeclarationRow.values(declaration))
                .update();
    }

    /** False when somebody has changed it since it was read: nothing is written then. */
    boolean save(ImportDeclaration declaration, int readVersion) {
        return db.sql(
                                "update declaration set %s where id = :id and version = :readVersion"
                                        .formatted(DeclarationRow.assignments()))
                        .params(DeclarationRow.values(declaration))
                        .param("readVersion", readVersion)
                        .update()
                == 1;
    }
}
