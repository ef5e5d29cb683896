package org.whitelane.testing;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a person can read from an operation's words what it does. */
final class OperationWords {

    /** Fewer do not say what is done to what. */
    private static final int LEAST = 3;

    private static final int LONGEST = 80;

    private OperationWords() {}

    static List<String> faults(String operationId, JsonNode operation) {
        var faults = new ArrayList<String>();
        var summary = operation.path("summary").asString("");
        if (words(operationId).containsAll(words(summary))) {
            faults.add("its summary '%s' says no more than its name".formatted(summary));
        }
        if (summary.split(" ", -1).length < LEAST || summary.length() > LONGEST) {
            faults.add("its summary '%s' is too short or too long".formatted(summary));
        }
        if (!summary.matches("[A-Z].*[^.]")) {
            faults.add("its summary '%s' is no headline".formatted(summary));
        }
        if (operation.path("description").asString("").isBlank()) {
            faults.add("it has no description");
        }
        return faults;
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.replaceAll("(?<=[a-z])(?=[A-Z])", " ").split("[^A-Za-z]+", -1))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
