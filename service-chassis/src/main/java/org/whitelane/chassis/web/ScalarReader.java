package org.whitelane.chassis.web;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How one type of value is read.
 *
 * @param code of the fault when the JSON type is right and the value is not
 * @param expected for the sentence "Must be …, not …"
 * @param read null if it cannot be read
 */
record ScalarReader(String code, String expected, Function<JsonNode, @Nullable Object> read) {

    private static final Map<Class<?>, ScalarReader> READERS =
            Map.ofEntries(
                    Map.entry(
                            String.class,
                            typed("a text", n -> n.isString() ? n.stringValue() : null)),
                    Map.entry(
                            Boolean.class,
                            typed("true or false", n -> n.isBoolean() ? n.booleanValue() : null)),
                    Map.entry(
                            Integer.class,
                            whole("a whole number of at most 31 bits", BigInteger::intValueExact)),
                    Map.entry(
                            Long.class,
                            whole("a whole number of at most 63 bits", BigInteger::longValueExact)),
                    Map.entry(BigInteger.class, whole("a whole number", n -> n)),
                    Map.entry(
                            BigDecimal.class,
                            typed("a number", n -> n.isNumber() ? n.decimalValue() : null)),
                    Map.entry(
                            LocalDate.class,
                            text("date", "a day that exists, as YYYY-MM-DD", ScalarReader::day)),
                    Map.entry(
                            YearMonth.class,
                            text("year-month", "a month, as YYYY-MM", ScalarReader::month)),
                    Map.entry(Year.class, whole("a year", n -> Year.of(n.intValueExact()))),
                    Map.entry(
                            Instant.class,
                            text(
                                    "instant",
                                    "an instant, as 2026-01-31T08:00:00Z",
                                    t -> Instant.parse(anno(t)))),
                    Map.entry(
                            OffsetDateTime.class,
                            text(
                                    "date-time",
                                    "a time with its offset, as 2026-01-31T16:00:00+08:00",
                                    t -> OffsetDateTime.parse(anno(t)))),
                    Map.entry(
                            UUID.class,
                            text(
                                    "uuid",
                                    "a UUID, as 01890a5d-ac96-774b-bcce-b302099a8057",
                                    ScalarReader::uuid)));

    private static final Map<Class<?>, Class<?>> BOXES =
            Map.of(boolean.class, Boolean.class, int.class, Integer.class, long.class, Long.class);

    /** Null for a type that is not read here. */
    static @Nullable ScalarReader of(Class<?> type) {
        return READERS.get(BOXES.getOrDefault(type, type));
    }

    private static ScalarReader typed(String expected, Function<JsonNode, @Nullable Object> read) {
        return new ScalarReader("wrong-type", expected, read);
    }

    private static ScalarReader whole(String expected, Function<BigInteger, Object> narrow) {
        return typed(
                expected,
                n -> n.isIntegralNumber() ? parsed(() -> narrow.apply(n.bigIntegerValue())) : null);
    }

    private static ScalarReader text(String code, String expected, Function<String, Object> parse) {
        return new ScalarReader(
                code,
                expected,
                n -> n.isString() ? parsed(() -> parse.apply(n.stringValue())) : null);
    }

    private static @Nullable Object parsed(Supplier<Object> parse) {
        try {
            return parse.get();
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            return null;
        }
    }

    static LocalDate day(String text) {
        return LocalDate.parse(anno(text));
    }

    private static YearMonth month(String text) {
        return YearMonth.parse(anno(text));
    }

    /** The ISO parser would also take +12026 and -0001, which no register and no column wants. */
    private static String anno(String text) {
        if (!text.matches("[0-9]{4}-.{2,40}") || text.startsWith("0000")) {
            throw new IllegalArgumentException("a year has four digits");
        }
        return text;
    }

    /** The JDK's parser fills up short groups. */
    private static UUID uuid(String text) {
        var id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("not canonical");
        }
        return id;
    }
}
