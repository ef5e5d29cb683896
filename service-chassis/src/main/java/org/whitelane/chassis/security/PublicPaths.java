package org.whitelane.chassis.security;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

import java.util.List;
import java.util.stream.Stream;

/**
 * What needs no token; a service declares it as a bean.
 *
 * @param patterns {@code "GET /api/v1/approvals/ind/**"}, or without a method for all of them
 */
public record PublicPaths(List<String> patterns) {

    public PublicPaths {
        patterns = List.copyOf(patterns);
        patterns.forEach(Pattern::parse);
    }

    public static PublicPaths of(String... patterns) {
        return new PublicPaths(List.of(patterns));
    }

    /**
     * @param path as mapped: {@code {id}} stands for any one segment
     */
    public boolean cover(HttpMethod method, String path) {
        var asked = PathContainer.parsePath(path);
        return parsed().stream()
                .anyMatch(
                        pattern ->
                                (pattern.method() == null || pattern.method().equals(method))
                                        && PathPatternParser.defaultInstance
                                                .parse(pattern.path())
                                                .matches(asked));
    }

    List<Pattern> parsed() {
        return patterns.stream().map(Pattern::parse).flatMap(Pattern::withHead).toList();
    }

    record Pattern(@Nullable HttpMethod method, String path) {

        /** Who may read a thing may ask for its headers. */
        Stream<Pattern> withHead() {
            return HttpMethod.GET.equals(method)
                    ? Stream.of(this, new Pattern(HttpMethod.HEAD, path))
                    : Stream.of(this);
        }

        static Pattern parse(String text) {
            int space = text.indexOf(' ');
            var path = text.substring(space + 1);
            if (!path.startsWith("/")) {
                throw new IllegalArgumentException("not [METHOD ]/path: " + text);
            }
            return new Pattern(
                    space < 0 ? null : HttpMethod.valueOf(text.substring(0, space)), path);
        }
    }
}
