package org.whitelane.chassis.inbox;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Bytes of strangers as text, without trusting them. */
final class Texts {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 1000;

    private Texts() {}

    /** Null when the bytes are not UTF-8. */
    static @Nullable String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Whether it may serve as an id: an index and a log line must be able to hold it. */
    static boolean isName(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_NAME
                && text.codePoints().noneMatch(Character::isISOControl);
    }

    /** The text itself where it is a name, else its bytes in short. */
    static String nameOf(byte[] bytes) {
        var text = utf8(bytes);
        if (text != null && isName(text)) {
            return text;
        }
        var start = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 32));
        return "hex:" + start + (bytes.length > 32 ? "…" + bytes.length : "");
    }

    /** One line that a text column takes. */
    static String reason(String text) {
        var line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        int end = Math.min(line.length(), LONGEST_REASON);
        // half a surrogate pair is not UTF-8
        boolean cutsPair = end < line.length() && Character.isHighSurrogate(line.charAt(end - 1));
        return line.substring(0, cutsPair ? end - 1 : end);
    }
}
