package org.whitelane.chassis.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/** Bean Validation, spoken as faults with pointers and stable codes. */
final class Constraints {

    private final Validator validator;
    private final Faults faults;

    Constraints(Validator validator, Faults faults) {
        this.validator = validator;
        this.faults = faults;
    }

    void check(Object bound, String pointer) {
        report(validator.validate(bound), pointer);
    }

    /** One field of a record that cannot be built, because of another field. */
    <T> void check(Class<T> type, String field, @Nullable Object value, String pointer) {
        report(validator.validateValue(type, field, value), pointer);
    }

    private void report(Set<? extends ConstraintViolation<?>> violations, String base) {
        for (var violation : violations) {
            var pointer = Pointers.of(base, violation.getPropertyPath());
            // what could not be bound is null or incomplete here: its constraints would lie
            if (pointer.equals(base) || !faults.touch(pointer)) {
                faults.add(pointer, code(violation), Texts.sentence(violation.getMessage()));
            }
        }
    }

    static String code(ConstraintViolation<?> violation) {
        var constraint = violation.getConstraintDescriptor().getAnnotation();
        boolean missing = violation.getInvalidValue() == null;
        return switch (constraint.annotationType().getSimpleName()) {
            case "NotNull" -> "required";
            case "NotBlank" -> missing ? "required" : "blank";
            case "NotEmpty" -> missing ? "required" : "empty";
            case "Format" -> Texts.kebab(((Format) constraint).value().getSimpleName());
            case String other -> Texts.kebab(other);
        };
    }
}
