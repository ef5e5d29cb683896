package org.whitelane.chassis.inbox;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A record as it came from the broker, byte for byte: what is parked must be read again exactly as
 * it was.
 */
record RawRecord(
        String topic,
        int partition,
        long offset,
        Instant writtenAt,
        byte @Nullable [] key,
        List<RawHeader> headers,
        byte @Nullable [] value) {

    /**
     * The year 9999: producers may write any time, or -1 for none, but a database takes no later
     * one.
     */
    private static final long END_OF_TIME = 253_402_300_799_999L;

    static RawRecord of(ConsumerRecord<byte[], byte[]> record) {
        var headers = new ArrayList<RawHeader>();
        record.headers().forEach(h -> headers.add(new RawHeader(h.key(), h.value())));
        return new RawRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(Math.clamp(record.timestamp(), 0, END_OF_TIME)),
                record.key(),
                headers,
                record.value());
    }

    /** Equal for a record sent again, wherever it lies in the topic. */
    byte[] digest() {
        var bytes = new ByteArrayOutputStream(1024);
        try (var out = new DataOutputStream(bytes)) {
            RawHeader.writeBytes(out, key);
            RawHeader.writeBytes(out, RawHeader.pack(headers));
            RawHeader.writeBytes(out, value);
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** For people, e.g. in a log. */
    String where() {
        return "%s-%d@%d".formatted(topic, partition, offset);
    }
}
