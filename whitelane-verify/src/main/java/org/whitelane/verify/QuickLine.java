package org.whitelane.verify;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.whitelane.events.ChainHasher;

import java.util.Arrays;

/**
 * Reads an event as our export writes it: no white space, no escapes, each member once. The bytes
 * of a text go into the hash as they are, without ever becoming a text. Whatever is written in any
 * other way is left to a JSON reader. One object per thread.
 */
final class QuickLine {

    /** Members in the order of {@link #NAMES}; the first ten and the next two enter the leaf. */
    private static final int POSITION = 10;

    private static final int CHAIN_HASH = 11;
    private static final int PRIVATE_DIGEST = 12;
    private static final int DATA = 13;
    private static final int LEAF = 14;
    private static final int SPEC_VERSION = 15;
    private static final int VERSION = 7;
    private static final int OPTIONAL_FROM = 8;
    private static final int OPTIONAL_TO = 9;

    private static final byte[][] NAMES =
            Arrays.stream(
                            """
                            id type source subject time dataschema datacontenttype aggregateversion \
                            correlationid causationid position chainhash privatedigest data_base64 leaf specversion\
                            """
                                    .split(" ", -1))
                    .map(name -> name.getBytes(US_ASCII))
                    .toArray(byte[][]::new);

    private static final int MOST_DIGITS = 18;
    private static final byte[] SPEC = "1.0".getBytes(US_ASCII);

    /** By byte: whether a text without escapes goes on over it. */
    private static final boolean[] PLAIN = plain();

    private final ChainHasher hasher = new ChainHasher();
    private final int[] from = new int[NAMES.length];
    private final int[] to = new int[NAMES.length];
    private byte[] line = {};
    private byte[] value = {};
    private int lineEnd;

    /**
     * Null for a line that must be read with more care; else {@link #lineEnd} tells where it ended.
     *
     * @param limit of what may be read: more than the line, as a rule
     */
    Item.@Nullable Entry read(byte[] bytes, int start, int limit, long place) {
        line = bytes;
        Arrays.fill(to, -1);
        lineEnd = members(start, limit);
        boolean ended = lineEnd == limit || lineEnd > 0 && line[lineEnd] == '\n';
        return ended && isWhole() ? entry(place) : null;
    }

    int lineEnd() {
        return lineEnd;
    }

    /** The place after the object; -1 for one that is not as expected. */
    private int members(int start, int limit) {
        int at = start < limit && line[start] == '{' ? start + 1 : limit;
        while (at < limit && line[at] == '"') {
            int close = textEnd(at + 1, limit);
            int member = close < 0 ? -1 : member(at + 1, close);
            if (member < 0 || to[member] >= 0 || close + 1 >= limit || line[close + 1] != ':') {
                return -1;
            }
            at = value(member, close + 2, limit);
            if (at < 0 || at >= limit) {
                return -1;
            }
            if (line[at] == '}') {
                return at + 1;
            }
            at = line[at] == ',' ? at + 1 : limit;
        }
        return -1;
    }

    /** The place after the value; -1 for one that is not as expected. */
    private int value(int member, int at, int end) {
        boolean number = member == POSITION || member == VERSION;
        if (number) {
            int close = at;
            while (close < end && line[close] >= '0' && line[close] <= '9') {
                close++;
            }
            if (close == at || line[at] == '0' || close - at > MOST_DIGITS) {
                return -1;
            }
            from[member] = at;
            to[member] = close;
            return close;
        }
        if (at >= end || line[at] != '"') {
            return -1;
        }
        int close = textEnd(at + 1, end);
        from[member] = at + 1;
        to[member] = close;
        return close < 0 ? -1 : close + 1;
    }

    /** Where the quotation mark is that ends a text without escapes. */
    private int textEnd(int at, int end) {
        var bytes = line;
        int i = at;
        while (i < end && PLAIN[bytes[i] & 0xFF]) {
            i++;
        }
        return i < end && bytes[i] == '"' ? i : -1;
    }

    private int member(int start, int end) {
        int length = end - start;
        for (int i = 0; i < NAMES.length; i++) {
            if (NAMES[i].length == length
                    && NAMES[i][0] == line[start]
                    && Arrays.equals(NAMES[i], 0, length, line, start, end)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isWhole() {
        for (int i = 0; i <= DATA; i++) {
            if (to[i] < 0 && i != OPTIONAL_FROM && i != OPTIONAL_TO) {
                return false;
            }
        }
        int longest = (EventAttributesReader.MAX_VALUE + 2) / 3 * 4;
        return isHash(CHAIN_HASH)
                && isHash(PRIVATE_DIGEST)
                && isHash(LEAF)
                && to[DATA] - from[DATA] <= longest
                && to[SPEC_VERSION] >= 0
                && Arrays.equals(SPEC, 0, 3, line, from[SPEC_VERSION], to[SPEC_VERSION]);
    }

    private boolean isHash(int member) {
        return Digits.areHash(line, from[member], to[member]);
    }

    private Item.@Nullable Entry entry(long place) {
        hasher.begin();
        for (int i = 0; i <= OPTIONAL_TO; i++) {
            if (to[i] < 0) {
                hasher.absent();
            } else {
                hasher.part(line, from[i], to[i] - from[i]);
            }
        }
        int most = (to[DATA] - from[DATA]) / 4 * 3;
        if (value.length < most) {
            value = new byte[most];
        }
        int length = Digits.decode(line, from[DATA], to[DATA], value);
        if (length < 0) {
            return null;
        }
        var leaf = hasher.part(value, 0, length).part(hash(PRIVATE_DIGEST)).digest();
        return new Item.Entry(
                number(POSITION),
                new String(line, from[0], to[0] - from[0], UTF_8),
                leaf,
                hash(CHAIN_HASH),
                Arrays.equals(leaf, hash(LEAF)),
                place);
    }

    private long number(int member) {
        var bytes = line;
        int end = to[member];
        long number = 0;
        for (int i = from[member]; i < end; i++) {
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }

    private byte[] hash(int member) {
        return Digits.hash(line, from[member]);
    }

    private static boolean[] plain() {
        var plain = new boolean[256];
        Arrays.fill(plain, ' ', plain.length, true);
        plain['"'] = false;
        plain['\\'] = false;
        return plain;
    }
}
