package org.whitelane.whitelist.scheme;

import org.whitelane.whitelist.core.Finding;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

import java.util.HashMap;
import java.util.Map;

/** Where in a file each JSON pointer leads, for faults that are found after it was read. */
final class FileLines {

    private final Map<String, TokenStreamLocation> places = new HashMap<>();

    private FileLines() {}

    /** Of a file that was read before, so that it is known to be JSON. */
    static FileLines of(JsonParser file) {
        var lines = new FileLines();
        try (file) {
            for (var token = file.nextToken(); token != null; token = file.nextToken()) {
                if (token != JsonToken.END_OBJECT && token != JsonToken.END_ARRAY) {
                    // a field is where its name is, not where its value is
                    lines.places.putIfAbsent(
                            file.streamReadContext().pathAsPointer().toString(),
                            file.currentTokenLocation());
                }
            }
        }
        return lines;
    }

    /** What is missing is told where it should stand: at what surrounds it. */
    SchemeFault place(Finding finding) {
        var pointer = finding.pointer();
        while (!pointer.isEmpty() && !places.containsKey(pointer)) {
            pointer = pointer.substring(0, pointer.lastIndexOf('/'));
        }
        var place = places.get(pointer);
        return place == null ? new SchemeFault(finding, 1, 1) : at(finding, place);
    }

    static SchemeFault at(Finding finding, TokenStreamLocation place) {
        return new SchemeFault(finding, place.getLineNr(), place.getColumnNr());
    }
}
