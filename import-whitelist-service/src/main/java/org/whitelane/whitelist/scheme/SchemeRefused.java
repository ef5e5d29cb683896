package org.whitelane.whitelist.scheme;

import java.util.List;
import java.util.stream.Collectors;

/** A scheme's file that cannot be loaded: the service does not start with half a scheme. */
final class SchemeRefused extends RuntimeException {

    SchemeRefused(String file, List<SchemeFault> faults) {
        super(
                faults.stream()
                        .map(SchemeFault::toString)
                        .collect(
                                Collectors.joining(
                                        "; ", "Scheme file %s is refused: ".formatted(file), "")));
    }
}
