package org.whitelane.chassis.apidocs;

import io.swagger.v3.oas.models.media.Schema;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Single values as the edge reads and writes them. */
final class ScalarShape {

    private static final Map<Class<?>, Supplier<Schema<?>>> SHAPES =
            Map.ofEntries(
                    Map.entry(String.class, () -> Shape.typed("string")),
                    Map.entry(Boolean.class, () -> Shape.typed("boolean")),
                    Map.entry(Integer.class, () -> formatted("integer", "int32")),
                    Map.entry(Long.class, () -> formatted("integer", "int64")),
                    Map.entry(BigInteger.class, () -> Shape.typed("integer")),
                    Map.entry(BigDecimal.class, () -> Shape.typed("number")),
                    Map.entry(LocalDate.class, () -> formatted("string", "date")),
                    Map.entry(
                            YearMonth.class,
                            () -> Shape.typed("string").pattern("^[0-9]{4}-(0[1-9]|1[0-2])$")),
                    Map.entry(Year.class, () -> Shape.typed("integer")),
                    Map.entry(Instant.class, () -> formatted("string", "date-time")),
                    Map.entry(OffsetDateTime.class, () -> formatted("string", "date-time")),
                    Map.entry(UUID.class, () -> formatted("string", "uuid")),
                    Map.entry(URI.class, () -> formatted("string", "uri")),
                    Map.entry(byte[].class, ScalarShape::base64));

    private static final Map<Class<?>, Class<?>> BOXES =
            Map.of(boolean.class, Boolean.class, int.class, Integer.class, long.class, Long.class);

    private ScalarShape() {}

    static @Nullable Schema<?> of(Class<?> type) {
        var shape = SHAPES.get(BOXES.getOrDefault(type, type));
        return shape == null ? null : shape.get();
    }

    static Schema<?> constants(Class<?> type) {
        var schema = Shape.typed("string");
        Arrays.stream(type.getEnumConstants())
                .forEach(constant -> schema.addEnumItemObject(((Enum<?>) constant).name()));
        return schema;
    }

    private static Schema<?> formatted(String type, String format) {
        var schema = Shape.typed(type);
        schema.setFormat(format);
        return schema;
    }

    private static Schema<?> base64() {
        var schema = Shape.typed("string");
        schema.setContentEncoding("base64");
        return schema;
    }
}
