package org.whitelane.kernel;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The units in which articles are approved and drawn. */
public enum QuantityUnit {
    GRAM("g", Dimension.MASS, BigDecimal.ONE),
    KILOGRAM("kg", Dimension.MASS, BigDecimal.valueOf(1000)),
    MILLILITRE("mL", Dimension.VOLUME, BigDecimal.ONE),
    LITRE("L", Dimension.VOLUME, BigDecimal.valueOf(1000)),
    VIAL("vial", Dimension.VIALS, BigDecimal.ONE),
    PIECE("piece", Dimension.PIECES, BigDecimal.ONE);

    private final String code;
    private final Dimension dimension;
    private final BigDecimal factor;

    /**
     * @param factor how many of the dimension's smallest unit it is; the metric ones are exact
     */
    QuantityUnit(String code, Dimension dimension, BigDecimal factor) {
        this.code = code;
        this.dimension = dimension;
        this.factor = factor;
    }

    /** What can be converted without knowing the article: never mass to volume (density). */
    private enum Dimension {
        MASS,
        VOLUME,
        VIALS,
        PIECES
    }

    public static QuantityUnit parse(String text) {
        return Arrays.stream(values())
                .filter(unit -> unit.code.equals(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "Unit %s should be one of %s"
                                                .formatted(Shown.of(text), codes())));
    }

    /** As written on the wire and in tables. */
    public String code() {
        return code;
    }

    /** Whether it is counted, not measured: what one holds is the article's business. */
    public boolean isCounted() {
        return dimension == Dimension.VIALS || dimension == Dimension.PIECES;
    }

    /** Whether amounts in both units tell of the same kind of size. */
    public boolean measuresLike(QuantityUnit other) {
        return dimension == other.dimension;
    }

    BigDecimal factor() {
        return factor;
    }

    @Override
    public String toString() {
        return code;
    }

    private static String codes() {
        return Arrays.stream(values()).map(QuantityUnit::code).collect(Collectors.joining(", "));
    }
}
