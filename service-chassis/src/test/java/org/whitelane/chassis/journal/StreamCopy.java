package org.whitelane.chassis.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A copy of all that the tables hold about a stream, as bytes, and the check that nothing in it was
 * altered. Written from the description of the chain and sharing no code with it.
 */
record StreamCopy(Map<String, byte[]> head, List<Map<String, byte[]>> rows) {

    private static final List<String> LEAF =
            List.of(
                    "event_id",
                    "type",
                    "source",
                    "subject",
                    "time",
                    "dataschema",
                    "contenttype",
                    "aggregate_version",
                    "correlationid",
                    "causationid",
                    "value",
                    "private_digest");

    static StreamCopy of(JdbcClient jdbc, String stream) {
        var head =
                jdbc.sql(
                                "select stream, incarnation, position::text, hash from journal_head"
                                        + " where stream = ?")
                        .param(stream)
                        .query((row, i) -> cells(row))
                        .single();
        var rows =
                jdbc.sql(
                                """
                                select l.position::text, l.leaf, l.hash, e.stream, e.event_id, e.type, e.source, e.subject,
                                       e.time, e.dataschema, e.contenttype, e.aggregate_version::text, e.correlationid,
                                       e.causationid, e.value, e.private_digest, p.salt, p.body
                                from journal_link l join journal_entry e on e.id = l.entry_id
                                left join journal_private p on p.entry_id = e.id
                                where l.stream = ? order by l.position
                                """)
                        .param(stream)
                        .query((row, i) -> cells(row))
                        .list();
        return new StreamCopy(head, rows);
    }

    private static Map<String, byte[]> cells(ResultSet row) throws SQLException {
        var cells = new TreeMap<String, byte[]>();
        var columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            boolean binary = columns.getColumnTypeName(i).equals("bytea");
            byte[] cell = binary ? row.getBytes(i) : utf8(row.getString(i));
            if (cell != null) {
                cells.put(columns.getColumnLabel(i), cell);
            }
        }
        return cells;
    }

    private static byte @Nullable [] utf8(@Nullable String text) {
        return text == null ? null : text.getBytes(UTF_8);
    }

    /** What is wrong; empty when the stream is whole. */
    List<String> faults() {
        var faults = new ArrayList<String>();
        byte[] hash = sha256(new byte[] {2}, lp(head.get("stream")), lp(head.get("incarnation")));
        long position = 0;
        for (var row : rows) {
            position++;
            byte[] leaf = leaf(row);
            hash = sha256(new byte[] {1}, hash, eightBytes(position), leaf);
            check(
                    faults,
                    position,
                    "position",
                    Long.toString(position).getBytes(UTF_8),
                    row.get("position"));
            check(faults, position, "stream", head.get("stream"), row.get("stream"));
            check(faults, position, "leaf", leaf, row.get("leaf"));
            check(faults, position, "hash", hash, row.get("hash"));
            byte[] salt = row.get("salt");
            byte[] body = row.get("body");
            if (salt != null && body != null) {
                check(faults, position, "private", sha256(salt, body), row.get("private_digest"));
            }
        }
        check(
                faults,
                position,
                "head",
                Long.toString(position).getBytes(UTF_8),
                head.get("position"));
        check(faults, position, "head hash", hash, head.get("hash"));
        return faults;
    }

    private static void check(
            List<String> faults,
            long position,
            String what,
            byte @Nullable [] expected,
            byte @Nullable [] found) {
        if (expected == null || !Arrays.equals(expected, found)) {
            faults.add(what + " at " + position);
        }
    }

    private static byte[] leaf(Map<String, byte[]> row) {
        var parts = new ArrayList<byte[]>();
        parts.add(new byte[] {0});
        LEAF.forEach(column -> parts.add(lp(row.get(column))));
        return sha256(parts.toArray(byte[][]::new));
    }

    private static byte[] lp(byte @Nullable [] bytes) {
        if (bytes == null) {
            return new byte[] {-1, -1, -1, -1};
        }
        var out = new ByteArrayOutputStream();
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write(bytes.length >>> shift);
        }
        out.writeBytes(bytes);
        return out.toByteArray();
    }

    private static byte[] eightBytes(long number) {
        var bytes = new byte[8];
        for (int i = 0; i < 8; i++) {
            bytes[i] = (byte) (number >>> (56 - 8 * i));
        }
        return bytes;
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            Arrays.stream(parts).forEach(digest::update);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
