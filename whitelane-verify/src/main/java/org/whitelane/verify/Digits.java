package org.whitelane.verify;

import java.util.Arrays;

/** Hexadecimal and base64 from bytes to bytes, without a text in between. */
final class Digits {

    private static final int HASH = 32;

    /** By byte: the value of a lower-case hexadecimal digit, -1 for any other. */
    private static final byte[] SIXTEEN = values("0123456789abcdef");

    /** By byte: the value of a digit of base64, -1 for any other. */
    private static final byte[] SIXTY_FOUR =
            values("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");

    private Digits() {}

    /** Whether these are 64 lower-case hexadecimal digits. */
    static boolean areHash(byte[] bytes, int from, int to) {
        int wrong = 0;
        for (int i = from; i < to; i++) {
            wrong |= SIXTEEN[bytes[i] & 0xFF];
        }
        return wrong >= 0 && to - from == 2 * HASH;
    }

    static byte[] hash(byte[] bytes, int from) {
        var hash = new byte[HASH];
        int at = from;
        for (int i = 0; i < HASH; i++, at += 2) {
            hash[i] = (byte) (SIXTEEN[bytes[at] & 0xFF] << 4 | SIXTEEN[bytes[at + 1] & 0xFF]);
        }
        return hash;
    }

    /** How many bytes it has put into the target; -1 for what is no base64 as we write it. */
    static int decode(byte[] bytes, int from, int to, byte[] target) {
        if ((to - from) % 4 != 0) {
            return -1;
        }
        int padding = padding(bytes, from, to);
        int whole = to - (padding > 0 ? 4 : 0);
        int out = 0;
        int wrong = 0;
        for (int at = from; at < whole; at += 4) {
            int bits =
                    SIXTY_FOUR[bytes[at] & 0xFF] << 18
                            | SIXTY_FOUR[bytes[at + 1] & 0xFF] << 12
                            | SIXTY_FOUR[bytes[at + 2] & 0xFF] << 6
                            | SIXTY_FOUR[bytes[at + 3] & 0xFF];
            wrong |= bits;
            target[out++] = (byte) (bits >> 16);
            target[out++] = (byte) (bits >> 8);
            target[out++] = (byte) bits;
        }
        return wrong < 0 ? -1 : out + last(bytes, whole, padding, target, out);
    }

    /** One or two bytes; far below zero where bits are set that belong to none. */
    private static int last(byte[] bytes, int at, int padding, byte[] target, int out) {
        if (padding == 0) {
            return 0;
        }
        int third = padding == 1 ? SIXTY_FOUR[bytes[at + 2] & 0xFF] : 0;
        int bits =
                SIXTY_FOUR[bytes[at] & 0xFF] << 18
                        | SIXTY_FOUR[bytes[at + 1] & 0xFF] << 12
                        | third << 6;
        if (bits < 0 || (bits & (padding == 1 ? 0xFF : 0xFFFF)) != 0) {
            return Integer.MIN_VALUE / 2;
        }
        target[out] = (byte) (bits >> 16);
        if (padding == 1) {
            target[out + 1] = (byte) (bits >> 8);
        }
        return 3 - padding;
    }

    private static int padding(byte[] bytes, int from, int to) {
        if (to == from || bytes[to - 1] != '=') {
            return 0;
        }
        return bytes[to - 2] == '=' ? 2 : 1;
    }

    private static byte[] values(String digits) {
        var values = new byte[256];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < digits.length(); i++) {
            values[digits.charAt(i)] = (byte) i;
        }
        return values;
    }
}
