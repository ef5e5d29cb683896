package org.whitelane.verify;

import org.jspecify.annotations.Nullable;
import org.whitelane.events.ChainHasher;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Makes an entry of CloudEvents attributes under their plain names; one object per thread. */
final class EventAttributesReader {

    /** The journal takes no more (docs/events.md). */
    static final int MAX_VALUE = 900 * 1024;

    static final String SPEC_VERSION = "1.0";

    /** In the order in which they are hashed. */
    private static final List<String> TEXTS =
            List.of("id", "type", "source", "subject", "time", "dataschema", "datacontenttype");

    private static final Pattern POSITIVE = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int QUOTED = 80;

    private final ChainHasher hasher = new ChainHasher();

    Item read(Function<String, @Nullable String> attributes, byte @Nullable [] value, long place) {
        try {
            return entry(attributes, value, place);
        } catch (IllegalArgumentException e) {
            return new Item.Forged(String.valueOf(e.getMessage()), place);
        }
    }

    private Item.Entry entry(
            Function<String, @Nullable String> attributes, byte @Nullable [] value, long place) {
        var version = required(attributes, "specversion");
        if (!version.equals(SPEC_VERSION)) {
            throw wrong("specversion", version, SPEC_VERSION);
        }
        if (value == null) {
            throw new IllegalArgumentException("it has no value");
        }
        if (value.length > MAX_VALUE) {
            throw new IllegalArgumentException(
                    "its value has %d bytes, no entry has more than %d"
                            .formatted(value.length, MAX_VALUE));
        }
        hasher.begin();
        TEXTS.forEach(name -> hasher.part(required(attributes, name)));
        hasher.part(matching(attributes, "aggregateversion", POSITIVE, "a whole number from 1"));
        hasher.part(attributes.apply("correlationid"));
        hasher.part(attributes.apply("causationid"));
        hasher.part(value);
        hasher.part(hash(attributes, "privatedigest"));
        var leaf = hasher.digest();
        var claimed = attributes.apply("leaf") == null ? leaf : hash(attributes, "leaf");
        return new Item.Entry(
                Long.parseLong(matching(attributes, "position", POSITIVE, "a whole number from 1")),
                required(attributes, "id"),
                leaf,
                hash(attributes, "chainhash"),
                Arrays.equals(claimed, leaf),
                place);
    }

    /** What a feed gives of an event that its reader may not see, or did not ask for. */
    Item readStub(Function<String, @Nullable String> attributes, long place) {
        try {
            return new Item.Entry(
                    Long.parseLong(
                            matching(attributes, "position", POSITIVE, "a whole number from 1")),
                    "(withheld)",
                    hash(attributes, "leaf"),
                    hash(attributes, "chainhash"),
                    true,
                    true,
                    place);
        } catch (IllegalArgumentException e) {
            return new Item.Forged(String.valueOf(e.getMessage()), place);
        }
    }

    private static byte[] hash(Function<String, @Nullable String> attributes, String name) {
        return HexFormat.of()
                .parseHex(matching(attributes, name, HASH, "64 lower-case hex digits"));
    }

    private static String matching(
            Function<String, @Nullable String> attributes,
            String name,
            Pattern shape,
            String expected) {
        var value = required(attributes, name);
        if (!shape.matcher(value).matches()) {
            throw wrong(name, value, expected);
        }
        return value;
    }

    private static String required(Function<String, @Nullable String> attributes, String name) {
        var value = attributes.apply(name);
        if (value == null) {
            throw new IllegalArgumentException("it has no " + name);
        }
        return value;
    }

    private static IllegalArgumentException wrong(String name, String was, String expected) {
        return new IllegalArgumentException(
                "its %s must be %s, it is \"%s\"".formatted(name, expected, quotable(was)));
    }

    /** Foreign text on its way to a terminal: short and on one line. */
    static String quotable(String text) {
        var line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= QUOTED ? line : line.substring(0, QUOTED) + "…";
    }
}
