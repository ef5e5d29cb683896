package org.whitelane.whitelist.receipt;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.core.Json;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Issued receipts. */
@Repository
class EntryReceipts {

    private final JdbcClient db;

    EntryReceipts(JdbcClient db) {
        this.db = db;
    }

    Optional<EntryReceipt> newest(UUID entry) {
        return db.sql(
                        """
                        select * from entry_receipt where entry = :entry order by version desc limit 1
                        """)
                .param("entry", entry)
                .query(EntryReceipts::read)
                .optional();
    }

    void add(EntryReceipt receipt) {
        var printed = receipt.printed();
        db.sql(
                        """
                        insert into entry_receipt (entry, version, list, position, article, waived_documents,
                          valid_from, valid_to, kid, issued_at, expires_at, jws)
                        values (:entry, :version, :list, :position, :article::jsonb, :waived::jsonb,
                          :validFrom, :validTo, :kid, :issuedAt, :expiresAt, :jws)
                        """)
                .param("entry", receipt.entry())
                .param("version", receipt.version())
                .param("list", receipt.list())
                .param("position", receipt.position())
                .param("article", Json.write(printed.article()))
                .param("waived", Json.write(printed.waivedDocuments()))
                .param("validFrom", printed.validFrom())
                .param("validTo", printed.validTo())
                .param("kid", receipt.kid())
                .param("issuedAt", utc(receipt.issuedAt()))
                .param("expiresAt", utc(receipt.expiresAt()))
                .param("jws", receipt.jws())
                .update();
    }

    private static EntryReceipt read(ResultSet row, int number) throws SQLException {
        return new EntryReceipt(
                row.getObject("entry", UUID.class),
                row.getInt("version"),
                row.getObject("list", UUID.class),
                row.getInt("position"),
                new EntryReceipt.Printed(
                        Json.read(row.getString("article"), Article.class),
                        Json.readList(row.getString("waived_documents"), String[].class),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class)),
                row.getString("kid"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getString("jws"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
