package org.whitelane.chassis.web;

import jakarta.servlet.http.HttpServletRequest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a condition names (RFC 9110 §13.1): {@code *}, or tags.
 *
 * @param any whatever there is
 */
record EntityTags(boolean any, List<Tag> tags) {

    /** A list may hold empty elements; a tag may hold commas. */
    private static final Pattern ELEMENT =
            Pattern.compile(
                    "[ \\t]*+(?:(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*+)\")?[ \\t]*+(?:,|\\z)");

    record Tag(boolean weak, String text) {}

    EntityTags {
        tags = List.copyOf(tags);
    }

    static String of(long version) {
        return "\"" + version + "\"";
    }

    /** Several lines of a header are one list (RFC 9110 §5.3). */
    static String field(HttpServletRequest request, String header) {
        return String.join(", ", Collections.list(request.getHeaders(header)));
    }

    /** Empty when it is neither {@code *} nor a list with a tag in it. */
    static Optional<EntityTags> parse(String field) {
        if (field.strip().equals("*")) {
            return Optional.of(new EntityTags(true, List.of()));
        }
        var tags = new ArrayList<Tag>();
        var element = ELEMENT.matcher(field);
        for (int at = 0; at < field.length(); at = element.end()) {
            if (!element.region(at, field.length()).lookingAt()) {
                return Optional.empty();
            }
            if (element.group(2) != null) {
                tags.add(new Tag(element.group(1) != null, element.group(2)));
            }
        }
        return tags.isEmpty() ? Optional.empty() : Optional.of(new EntityTags(false, tags));
    }

    /** Strong comparison: a weak tag names nothing. */
    boolean nameStrongly(long version) {
        return any || tags.contains(new Tag(false, Long.toString(version)));
    }

    /** Weak comparison, for readers. */
    boolean name(long version) {
        return nameStrongly(version) || tags.contains(new Tag(true, Long.toString(version)));
    }
}
