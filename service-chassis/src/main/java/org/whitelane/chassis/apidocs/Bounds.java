package org.whitelane.chassis.apidocs;

import io.swagger.v3.oas.models.media.Schema;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.web.Format;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** Bean Validation's constraints in the words of JSON Schema. */
final class Bounds {

    private Bounds() {}

    static void put(AnnotatedElement constrained, Schema<?> schema) {
        if (schema.get$ref() == null) {
            Arrays.stream(constrained.getAnnotations()).forEach(a -> put(a, schema));
        }
    }

    private static void put(Annotation constraint, Schema<?> schema) {
        switch (constraint) {
            case Size size -> size(schema, size.min(), size.max());
            case NotEmpty _ -> size(schema, 1, Integer.MAX_VALUE);
            case NotBlank _ -> size(schema, 1, Integer.MAX_VALUE);
            case Min least -> schema.minimum(BigDecimal.valueOf(least.value()));
            case Max most -> schema.maximum(BigDecimal.valueOf(most.value()));
            case Pattern pattern -> schema.pattern(whole(pattern.regexp()));
            case Format format -> format(schema, format.value());
            default -> {
                // says nothing that a schema can say
            }
        }
    }

    private static void size(Schema<?> schema, int least, int most) {
        boolean list = schema.getItems() != null;
        if (least > 0) {
            if (list) {
                schema.minItems(least);
            } else {
                schema.minLength(Math.max(least, orZero(schema.getMinLength())));
            }
        }
        if (most < Integer.MAX_VALUE) {
            if (list) {
                schema.maxItems(most);
            } else {
                schema.maxLength(most);
            }
        }
    }

    private static int orZero(@Nullable Integer value) {
        return value == null ? 0 : value;
    }

    /**
     * The value type's name says which rule it is; its pattern, where it has exactly that one to
     * check, says it to machines. A check digit or a list of codes is more than a pattern can say.
     */
    private static void format(Schema<?> schema, Class<?> type) {
        schema.setFormat(kebab(type.getSimpleName()));
        ownPattern(type).ifPresent(pattern -> schema.pattern(whole(pattern)));
    }

    private static Optional<String> ownPattern(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> field.getName().equals("FORMAT"))
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .filter(field -> field.getType() == java.util.regex.Pattern.class)
                .map(Bounds::read)
                .findFirst();
    }

    private static String read(Field field) {
        try {
            field.setAccessible(true);
            return String.valueOf(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Bean Validation matches the whole text, JSON Schema any part of it. */
    private static String whole(String pattern) {
        return "^(?:" + pattern + ")$";
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }
}
