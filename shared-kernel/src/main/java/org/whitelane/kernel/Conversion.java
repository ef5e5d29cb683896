package org.whitelane.kernel;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/**
 * Expresses quantities of one article in other units, exactly or not at all: nothing is ever
 * rounded. Grams and kilograms, millilitres and litres convert by themselves; vials and pieces only
 * where the article says what one of them holds.
 *
 * @param counted the counted unit of the article, e.g. vial; null when it states no content
 * @param content what one of it holds, measured; null with it
 */
public record Conversion(@Nullable QuantityUnit counted, @Nullable Quantity content) {

    /** For an article that states no content per vial or piece. */
    public static final Conversion METRIC = new Conversion(null, null);

    public Conversion {
        if ((counted == null) != (content == null)) {
            throw new IllegalArgumentException(
                    "A content should name both the counted unit and what one of it holds");
        }
        if (counted != null && !counted.isCounted()) {
            throw new IllegalArgumentException(
                    "Content should be stated per vial or piece, not per " + counted);
        }
        if (content != null && content.unit().isCounted()) {
            throw new IllegalArgumentException(
                    "Content should be a mass or a volume, not " + content);
        }
    }

    /** One vial or piece holds that much. */
    public static Conversion of(QuantityUnit counted, Quantity content) {
        return new Conversion(counted, content);
    }

    public Converted convert(Quantity quantity, QuantityUnit wanted) {
        if (quantity.unit() == wanted) {
            return new Converted.To(quantity);
        }
        if (quantity.unit().measuresLike(wanted)) {
            return metric(quantity, wanted);
        }
        if (counted == null || content == null) {
            return impossible(
                    quantity,
                    wanted,
                    "the article states no content per vial or piece, and mass and volume are not"
                            + " compared");
        }
        if (quantity.unit() == counted && content.unit().measuresLike(wanted)) {
            var inside = quantity.amount().value().multiply(content.amount().value());
            return exact(
                    quantity,
                    inside.multiply(content.unit().factor()),
                    wanted.factor(),
                    wanted,
                    "it has no exact decimal of 12 digits before the point and 6 after it");
        }
        if (wanted == counted && content.unit().measuresLike(quantity.unit())) {
            return exact(
                    quantity,
                    quantity.amount().value().multiply(quantity.unit().factor()),
                    content.amount().value().multiply(content.unit().factor()),
                    wanted,
                    "it is no exact number of a " + counted + " of " + content);
        }
        return impossible(
                quantity, wanted, "the article states only what one " + counted + " holds");
    }

    private static Converted metric(Quantity quantity, QuantityUnit wanted) {
        return exact(
                quantity,
                quantity.amount().value().multiply(quantity.unit().factor()),
                wanted.factor(),
                wanted,
                "it has no exact decimal of 12 digits before the point and 6 after it");
    }

    /** A quotient that does not end within the digits a table keeps is refused, never rounded. */
    private static Converted exact(
            Quantity stated, BigDecimal dividend, BigDecimal divisor, QuantityUnit to, String why) {
        try {
            return new Converted.To(Quantity.of(dividend.divide(divisor), to));
        } catch (ArithmeticException | IllegalArgumentException e) {
            return impossible(stated, to, why);
        }
    }

    private static Converted impossible(Quantity quantity, QuantityUnit wanted, String why) {
        return new Converted.Impossible(
                "%s cannot be expressed in %s: %s.".formatted(quantity, wanted, why));
    }
}
