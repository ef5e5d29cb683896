package org.whitelane.chassis.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text that a value type can read: the type has a static {@code parse(String)} that throws {@link
 * IllegalArgumentException} with a sentence for the caller. Null is valid. Fault code: the type's
 * name in kebab-case.
 */
@Documented
@Constraint(validatedBy = FormatValidator.class)
@Target({
    ElementType.FIELD,
    ElementType.PARAMETER,
    ElementType.RECORD_COMPONENT,
    ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface Format {

    Class<?> value();

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
