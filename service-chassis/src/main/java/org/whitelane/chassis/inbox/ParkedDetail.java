package org.whitelane.chassis.inbox;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.web.Versioned;

import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** Everything there is to know about a parked record. */
record ParkedDetail(
        @JsonUnwrapped ParkedView parked,
        @Nullable Bytes key,
        List<Header> headers,
        @Nullable Bytes value,
        List<Step> history)
        implements Versioned {

    /** Of the record's own; the member {@code version} is the event's. */
    @Override
    public long version() {
        return history.size();
    }

    static ParkedDetail of(Parked parked, List<Step> history) {
        var raw = parked.raw();
        return new ParkedDetail(
                ParkedView.of(parked),
                Bytes.of(raw.key()),
                raw.headers().stream().map(h -> new Header(h.name(), Bytes.of(h.value()))).toList(),
                Bytes.of(raw.value()),
                history);
    }

    record Header(String name, @Nullable Bytes value) {}

    /**
     * @param text null when the bytes are not UTF-8
     */
    record Bytes(@Nullable String text, String base64) {

        static @Nullable Bytes of(byte @Nullable [] bytes) {
            return bytes == null
                    ? null
                    : new Bytes(Texts.utf8(bytes), Base64.getEncoder().encodeToString(bytes));
        }
    }

    /**
     * @param what a status it got, or REPLAY
     */
    record Step(Instant at, String what, String detail) {}
}
