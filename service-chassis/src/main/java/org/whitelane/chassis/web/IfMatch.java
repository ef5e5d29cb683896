package org.whitelane.chassis.web;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * The version that a caller has read, from {@code If-Match} (RFC 9110 §13.1.1). The operation that
 * changes an aggregate takes it as its last parameter and hands it on as a {@link LongPredicate},
 * to be asked under the aggregate's lock; the edge answers what fails it with {@link
 * Problem#versionMismatch}. Without the header every version will do. For an aggregate that is not
 * there yet the version is 0: no condition holds.
 */
public final class IfMatch implements LongPredicate {

    public static final String HEADER = "If-Match";

    private static final IfMatch NO_CONDITION = new IfMatch(null);

    private final @Nullable EntityTags named;

    private IfMatch(@Nullable EntityTags named) {
        this.named = named;
    }

    /** Malformed headers are {@link #faults}. */
    static IfMatch of(HttpServletRequest request) {
        if (!request.getHeaders(HEADER).hasMoreElements()) {
            return NO_CONDITION;
        }
        return EntityTags.parse(EntityTags.field(request, HEADER))
                .map(IfMatch::new)
                .orElseThrow(() -> Problem.invalid(List.of(malformed())));
    }

    static List<Fault> faults(HttpServletRequest request) {
        var lines = Collections.list(request.getHeaders(HEADER));
        return lines.isEmpty() || EntityTags.parse(EntityTags.field(request, HEADER)).isPresent()
                ? List.of()
                : List.of(malformed());
    }

    @Override
    public boolean test(long version) {
        return named == null || (version >= Versioned.FIRST && named.nameStrongly(version));
    }

    private static Fault malformed() {
        return new Fault(
                "#" + HEADER,
                "entity-tag",
                "Must be * or versions as ETag gives them, in double quotes, e.g. \"3\".");
    }
}
