package org.whitelane.whitelist.document;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

import java.util.Set;

/** What is taken: ours to choose, no rule of the field says it. */
@Component
public class DocumentSettings {

    private final DataSize size;
    private final int perRequest;
    private final Set<FileKind> kinds;
    private final int keepDays;

    DocumentSettings(
            @Value("${whitelane.documents.size:20MB}") DataSize size,
            @Value("${whitelane.documents.per-request:50}") int perRequest,
            @Value("${whitelane.documents.kinds:PDF,JPEG,PNG,TIFF}") Set<FileKind> kinds,
            @Value("${whitelane.documents.keep-days:90}") int keepDays) {
        this.size = size;
        this.perRequest = perRequest;
        this.kinds = Set.copyOf(kinds);
        this.keepDays = keepDays;
    }

    /** Of one document; the door's own limit for the path is {@code whitelane.bodies.large}. */
    public long bytes() {
        return size.toBytes();
    }

    /** How many documents a request may have. */
    public int perRequest() {
        return perRequest;
    }

    public Set<FileKind> kinds() {
        return kinds;
    }

    /** Calendar days for which bytes are kept that no request needs any more. */
    int keepDays() {
        return keepDays;
    }
}
