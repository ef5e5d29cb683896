package org.whitelane.whitelist.request.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * How much comes in at once; the door's own limit for the path is {@code whitelane.bodies.large}.
 */
@Component
class BulkLimits {

    private final DataSize size;
    private final DataSize line;
    private final int lines;

    BulkLimits(
            @Value("${whitelane.bulk.size:64MB}") DataSize size,
            @Value("${whitelane.bulk.line:1MB}") DataSize line,
            @Value("${whitelane.bulk.lines:10000}") int lines) {
        this.size = size;
        this.line = line;
        this.lines = lines;
    }

    long bytes() {
        return size.toBytes();
    }

    int bytesPerLine() {
        return Math.toIntExact(line.toBytes());
    }

    int lines() {
        return lines;
    }
}
