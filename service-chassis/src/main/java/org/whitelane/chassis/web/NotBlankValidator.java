package org.whitelane.chassis.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.NotBlank;

import org.jspecify.annotations.Nullable;

/**
 * At least one character that shows. Hibernate's own takes only ASCII spaces for blank, so a name
 * of one ideographic space (U+3000, the space of a Chinese keyboard) would pass, be stripped later
 * and be published as an empty text.
 */
final class NotBlankValidator implements ConstraintValidator<NotBlank, CharSequence> {

    @Override
    public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
        return text != null && text.codePoints().anyMatch(NotBlankValidator::shows);
    }

    private static boolean shows(int c) {
        return !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && !Character.isISOControl(c)
                && Character.getType(c) != Character.FORMAT;
    }
}
