package org.whitelane.chassis.web;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * The version that a caller has read, from {@code If-Match} (RFC 9110 §13.1.1). The operation that
 * changes an aggregate takes it as its last parameter and hands it on as a {@link LongPredicate},
 * to be asked under the aggregate's lock; the edge answers what fails it with {@link
 * Problem#versionMismatch}. Without the header every version will do. For an aggregate that is not
 * there yet the version is 0: no condition holds. Of a change the versions that must not be there
 * any more belong to it, too: {@code If-None-Match} (§13.1.2), which for a reader means 304.
 */
public final class IfMatch implements LongPredicate {

    public static final String HEADER = HttpHeaders.IF_MATCH;
    public static final String NONE_HEADER = HttpHeaders.IF_NONE_MATCH;

    static final Set<String> READING = Set.of("GET", "HEAD");

    private final @Nullable EntityTags named;
    private final @Nullable EntityTags unwanted;

    private IfMatch(@Nullable EntityTags named, @Nullable EntityTags unwanted) {
        this.named = named;
        this.unwanted = unwanted;
    }

    /** Malformed headers are {@link #faults}. */
    static IfMatch of(HttpServletRequest request) {
        var faults = faults(request);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return new IfMatch(
                tags(request, HEADER), isReading(request) ? null : tags(request, NONE_HEADER));
    }

    static List<Fault> faults(HttpServletRequest request) {
        var faults = new ArrayList<Fault>();
        for (var header : conditions(request)) {
            if (tags(request, header) == null) {
                faults.add(malformed(header));
            }
        }
        return faults;
    }

    /** A malformed If-None-Match of a reader is none: the whole answer is never wrong. */
    static List<String> conditions(HttpServletRequest request) {
        return (isReading(request) ? List.of(HEADER) : List.of(HEADER, NONE_HEADER))
                .stream().filter(header -> request.getHeader(header) != null).toList();
    }

    private static boolean isReading(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    /** Null where the header is missing, or says nothing that can be understood. */
    private static @Nullable EntityTags tags(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header)).isEmpty()
                ? null
                : EntityTags.parse(EntityTags.field(request, header)).orElse(null);
    }

    @Override
    public boolean test(long version) {
        boolean there = version >= Versioned.FIRST;
        return (named == null || (there && named.nameStrongly(version)))
                && (unwanted == null || !there || !unwanted.name(version));
    }

    private static Fault malformed(String header) {
        return new Fault(
                "#" + header,
                "entity-tag",
                "Must be * or versions as ETag gives them, in double quotes, e.g. \"3\".");
    }
}
