package org.whitelane.localstack;

import java.nio.file.Path;
import java.util.Map;

/**
 * A service or the gateway, and what it is told.
 *
 * @param jar as Maven has built it
 * @param extracted the same laid out on disk, the way it is started here
 * @param readiness answers 200 when it is ready
 */
public record Startable(
        String name,
        int port,
        Path jar,
        Path extracted,
        Map<String, String> environment,
        String readiness) {}
