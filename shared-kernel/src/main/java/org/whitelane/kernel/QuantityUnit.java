package org.whitelane.kernel;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The units in which articles are approved and drawn. */
public enum QuantityUnit {
    GRAM("g"),
    KILOGRAM("kg"),
    MILLILITRE("mL"),
    LITRE("L"),
    VIAL("vial"),
    PIECE("piece");

    private final String code;

    QuantityUnit(String code) {
        this.code = code;
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

    @Override
    public String toString() {
        return code;
    }

    private static String codes() {
        return Arrays.stream(values()).map(QuantityUnit::code).collect(Collectors.joining(", "));
    }
}
