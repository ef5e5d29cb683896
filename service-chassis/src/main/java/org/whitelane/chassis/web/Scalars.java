package org.whitelane.chassis.web;

import com.fasterxml.jackson.annotation.JsonCreator;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Single values, without any coercion: a number is no text, and 1.9 is no 1. */
final class Scalars {

    /**
     * @param expected for the sentence "Must be …, not …"
     */
    private record Reader(
            String code, String expected, Function<JsonNode, @Nullable Object> read) {}

    private static final Map<Class<?>, Reader> READERS =
            Map.ofEntries(
                    Map.entry(
                            String.class, of("a text", n -> n.isString() ? n.stringValue() : null)),
                    Map.entry(
                            Boolean.class,
                            of("true or false", n -> n.isBoolean() ? n.booleanValue() : null)),
                    Map.entry(
                            Integer.class,
                            whole("a whole number of at most 31 bits", BigInteger::intValueExact)),
                    Map.entry(
                            Long.class,
                            whole("a whole number of at most 63 bits", BigInteger::longValueExact)),
                    Map.entry(BigInteger.class, whole("a whole number", n -> n)),
                    Map.entry(
                            BigDecimal.class,
                            of("a number", n -> n.isNumber() ? n.decimalValue() : null)),
                    Map.entry(
                            LocalDate.class,
                            text("date", "a day that exists, as YYYY-MM-DD", Scalars::day)),
                    Map.entry(
                            YearMonth.class,
                            text("year-month", "a month, as YYYY-MM", Scalars::month)),
                    Map.entry(Year.class, whole("a year", n -> Year.of(n.intValueExact()))),
                    Map.entry(
                            Instant.class,
                            text("instant", "an instant, as 2026-01-31T08:00:00Z", Instant::parse)),
                    Map.entry(
                            OffsetDateTime.class,
                            text(
                                    "date-time",
                                    "a time with its offset, as 2026-01-31T16:00:00+08:00",
                                    OffsetDateTime::parse)),
                    Map.entry(
                            UUID.class,
                            text(
                                    "uuid",
                                    "a UUID, as 01890a5d-ac96-774b-bcce-b302099a8057",
                                    Scalars::uuid)));

    private static final Map<Class<?>, Class<?>> BOXES =
            Map.of(boolean.class, Boolean.class, int.class, Integer.class, long.class, Long.class);

    private final JsonMapper mapper;

    Scalars(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** A record that is read from one value, e.g. by its {@code @JsonCreator}. */
    boolean reads(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(m -> m.isAnnotationPresent(JsonCreator.class));
    }

    @Nullable Object read(JsonNode node, Class<?> type, String pointer, Faults faults) {
        if (type.isEnum()) {
            return constant(node, type, pointer, faults);
        }
        var reader = READERS.get(BOXES.getOrDefault(type, type));
        if (reader == null) {
            return byJackson(node, type, pointer, faults);
        }
        var value = reader.read().apply(node);
        if (value == null) {
            var code = node.isString() ? reader.code() : "wrong-type";
            var found = code.equals("wrong-type") ? kind(node) : "this text";
            faults.add(pointer, code, "Must be %s, not %s.".formatted(reader.expected(), found));
        }
        return value;
    }

    private static @Nullable Object constant(
            JsonNode node, Class<?> type, String pointer, Faults faults) {
        var constants = type.getEnumConstants();
        for (var constant : constants) {
            if (node.isString() && ((Enum<?>) constant).name().equals(node.stringValue())) {
                return constant;
            }
        }
        var allowed =
                Arrays.stream(constants)
                        .map(c -> ((Enum<?>) c).name())
                        .collect(Collectors.joining(", "));
        faults.add(
                pointer,
                node.isString() ? "unknown-value" : "wrong-type",
                "Must be one of: %s.".formatted(allowed));
        return null;
    }

    private @Nullable Object byJackson(
            JsonNode node, Class<?> type, String pointer, Faults faults) {
        try {
            return mapper.treeToValue(node, type);
        } catch (JacksonException e) {
            var refusal =
                    e.getCause() instanceof IllegalArgumentException own ? own.getMessage() : null;
            faults.add(
                    pointer,
                    Texts.kebab(type.getSimpleName()),
                    Texts.sentence(refusal == null ? "" : refusal));
            return null;
        }
    }

    static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case STRING -> "a text";
            case BOOLEAN -> "true or false";
            case NUMBER -> node.isIntegralNumber() ? "this whole number" : "this number";
            case NULL, MISSING, BINARY, POJO -> "nothing";
        };
    }

    private static Reader of(String expected, Function<JsonNode, @Nullable Object> read) {
        return new Reader("wrong-type", expected, read);
    }

    private static Reader whole(String expected, Function<BigInteger, Object> narrow) {
        return of(
                expected,
                n -> n.isIntegralNumber() ? parsed(() -> narrow.apply(n.bigIntegerValue())) : null);
    }

    private static Reader text(String code, String expected, Function<String, Object> parse) {
        return new Reader(
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

    /**
     * Four digits: the ISO parser would also take +12026 and -0001, which no register and no
     * database column wants.
     */
    private static LocalDate day(String text) {
        return LocalDate.parse(fourDigitYear(text, 10));
    }

    private static YearMonth month(String text) {
        return YearMonth.parse(fourDigitYear(text, 7));
    }

    private static String fourDigitYear(String text, int length) {
        if (text.length() != length || text.startsWith("0000")) {
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
