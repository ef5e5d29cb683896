package org.whitelane.chassis.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Runs the value type's own {@code parse}, so that no rule is written twice. */
public final class FormatValidator implements ConstraintValidator<Format, String> {

    private @Nullable MethodHandle parse;

    @Override
    public void initialize(Format format) {
        try {
            parse =
                    MethodHandles.publicLookup()
                            .findStatic(
                                    format.value(),
                                    "parse",
                                    MethodType.methodType(format.value(), String.class));
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new IllegalStateException(
                    format.value() + " needs a public static parse(String)", e);
        }
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        if (text == null || parse == null) {
            return true;
        }
        try {
            var unused = parse.invoke(text);
            return true;
        } catch (IllegalArgumentException e) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(escaped(String.valueOf(e.getMessage())))
                    .addConstraintViolation();
            return false;
        } catch (Throwable e) {
            throw new IllegalStateException("parse may only throw IllegalArgumentException", e);
        }
    }

    /** The caller's text must not be read as an expression of the message template. */
    private static String escaped(String message) {
        return message.replace("\\", "\\\\")
                .replace("{", "\\{")
                .replace("}", "\\}")
                .replace("$", "\\$");
    }
}
