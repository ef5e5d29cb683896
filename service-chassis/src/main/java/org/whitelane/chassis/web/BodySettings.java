package org.whitelane.chassis.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.server.PathContainer;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.pattern.PathPatternParser;

import java.util.Map;

/**
 * Settings {@code whitelane.bodies.*}.
 *
 * @param large how much the bodies of these paths may hold, by path pattern; others hold 1 MiB.
 *     Whoever takes one must {@link Spool} it
 */
@ConfigurationProperties("whitelane.bodies")
record BodySettings(@DefaultValue Map<String, DataSize> large) {

    BodySettings {
        large = Map.copyOf(large);
    }

    /** Bytes. */
    long limit(String path) {
        var asked = PathContainer.parsePath(path);
        return large.entrySet().stream()
                .filter(e -> PathPatternParser.defaultInstance.parse(e.getKey()).matches(asked))
                .mapToLong(e -> e.getValue().toBytes())
                .max()
                .orElse(RawBody.LIMIT);
    }
}
