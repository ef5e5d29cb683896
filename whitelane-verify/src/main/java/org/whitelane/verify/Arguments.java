package org.whitelane.verify;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code --name value} pairs after a command; several of a name where that makes sense. */
final class Arguments {

    private final Map<String, List<String>> values = new HashMap<>();

    Arguments(List<String> words, Set<String> known) {
        for (int i = 0; i < words.size(); i += 2) {
            var name = words.get(i);
            if (!known.contains(name)) {
                throw new Unusable(
                        "there is no option %s; --help tells which there are"
                                .formatted(EventAttributesReader.quotable(name)));
            }
            if (i + 1 == words.size()) {
                throw new Unusable("option %s lacks its value".formatted(name));
            }
            values.computeIfAbsent(name, _ -> new ArrayList<>()).add(words.get(i + 1));
        }
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    @Nullable String optional(String name) {
        var all = all(name);
        if (all.size() > 1) {
            throw new Unusable("option %s may be given once".formatted(name));
        }
        return all.isEmpty() ? null : all.getFirst();
    }

    String required(String name, String why) {
        var value = optional(name);
        if (value == null) {
            throw new Unusable("option %s is missing: %s".formatted(name, why));
        }
        return value;
    }
}
