package org.whitelane.whitelist.scheme;

import org.whitelane.whitelist.core.Finding;

import java.util.List;
import java.util.stream.Collectors;

/** A scheme's file that cannot be loaded: the service does not start with half a scheme. */
final class SchemeRefused extends RuntimeException {

    SchemeRefused(String file, List<Finding> faults) {
        super(
                faults.stream()
                        .map(f -> "%s (%s): %s".formatted(f.pointer(), f.code(), f.detail()))
                        .collect(
                                Collectors.joining(
                                        "; ", "Scheme file %s is refused: ".formatted(file), "")));
    }
}
