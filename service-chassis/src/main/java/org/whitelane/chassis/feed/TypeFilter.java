package org.whitelane.chassis.feed;

import org.whitelane.chassis.web.Fault;
import org.whitelane.events.EventTypes;

import java.util.List;

/**
 * Which event types are given in full.
 *
 * @param patterns a type's name each or, ending in {@code *}, how names begin; none lets nothing
 *     through
 */
record TypeFilter(List<String> patterns) {

    private static final String ANY = "*";
    private static final int MOST = 50;

    static final TypeFilter ALL = new TypeFilter(List.of(ANY));

    TypeFilter {
        patterns = patterns.stream().distinct().sorted().toList();
    }

    boolean lets(String type) {
        return patterns.stream().anyMatch(pattern -> covers(pattern, type));
    }

    /** What both let through. */
    TypeFilter and(TypeFilter other) {
        return new TypeFilter(
                patterns.stream()
                        .flatMap(
                                one ->
                                        other.patterns.stream()
                                                .filter(two -> covers(one, two) || covers(two, one))
                                                .map(two -> covers(one, two) ? two : one))
                        .toList());
    }

    /** A pattern that no published type of the stream fits is a slip of the pen. */
    static List<Fault> faults(String pointer, List<String> patterns, String stream) {
        if (patterns.isEmpty() || patterns.size() > MOST) {
            return List.of(new Fault(pointer, "size", "must be 1 to %d types".formatted(MOST)));
        }
        return patterns.stream().allMatch(pattern -> fitsOne(pattern, stream))
                ? List.of()
                : List.of(
                        new Fault(
                                pointer,
                                "unknown-type",
                                "must each be a type of this stream or, with * at its end, how"
                                        + " some begin"));
    }

    private static boolean fitsOne(String pattern, String stream) {
        return EventTypes.all().stream()
                .filter(event -> EventTypes.topicOf(event).topicName().equals(stream))
                .anyMatch(event -> covers(pattern, EventTypes.typeOf(event)));
    }

    private static boolean covers(String pattern, String narrower) {
        return pattern.endsWith(ANY)
                ? narrower.startsWith(pattern.substring(0, pattern.length() - 1))
                : pattern.equals(narrower);
    }
}
