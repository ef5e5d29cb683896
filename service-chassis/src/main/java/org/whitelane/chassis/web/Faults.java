package org.whitelane.chassis.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Collects everything that is wrong with one request, so that the caller needs one round only. */
final class Faults {

    /** A body of one MiB could hold a hundred thousand of them; nobody reads more than this. */
    private static final int MOST = 100;

    private static final Pattern INDEX = Pattern.compile("(?<=/)\\d+(?=/|$)");

    private final List<Fault> found = new ArrayList<>();
    private int count;

    /** The first fault of a kind at a place stays; the same said in other words is noise. */
    void add(String pointer, String code, String detail) {
        count++;
        if (found.size() < MOST
                && found.stream()
                        .noneMatch(f -> f.pointer().equals(pointer) && f.code().equals(code))) {
            found.add(new Fault(pointer, code, detail));
        }
    }

    void add(Fault fault) {
        add(fault.pointer(), fault.code(), fault.detail());
    }

    /** Grows with every fault, also with those that are not listed any more. */
    int count() {
        return count;
    }

    /** Whether something at this place, or below it, is already known to be wrong. */
    boolean touch(String pointer) {
        return found.stream()
                .anyMatch(
                        f -> f.pointer().equals(pointer) || f.pointer().startsWith(pointer + "/"));
    }

    void refuseIfAny() {
        if (!found.isEmpty()) {
            throw Problem.invalid(sorted());
        }
    }

    List<Fault> sorted() {
        return found.stream()
                .sorted(Comparator.comparing(Faults::byPlace).thenComparing(Fault::code))
                .toList();
    }

    /** Element 10 comes after element 9. */
    private static String byPlace(Fault fault) {
        return INDEX.matcher(fault.pointer())
                .replaceAll(
                        index ->
                                "0".repeat(Math.max(0, 8 - index.group().length()))
                                        + index.group());
    }
}
