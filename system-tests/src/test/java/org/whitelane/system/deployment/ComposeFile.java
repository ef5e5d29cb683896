package org.whitelane.system.deployment;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** deploy/compose.yaml with its anchors resolved and its variables as they are written. */
record ComposeFile(Map<String, Object> content) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+)(:[-?][^}]*)?}");

    static ComposeFile read() throws IOException {
        String text = Files.readString(Path.of("../deploy/compose.yaml"));
        return new ComposeFile(map(new Yaml(new SafeConstructor(new LoaderOptions())).load(text)));
    }

    Map<String, Map<String, Object>> services() {
        Map<String, Map<String, Object>> services = new LinkedHashMap<>();
        map(content.get("services")).forEach((name, service) -> services.put(name, map(service)));
        return services;
    }

    Map<String, Object> service(String name) {
        return map(map(content.get("services")).get(name));
    }

    Map<String, Object> environment(String service) {
        return map(service(service).get("environment"));
    }

    List<?> list(String service, String key) {
        return service(service).get(key) instanceof List<?> list ? list : List.of();
    }

    /**
     * Every variable that compose would replace, with what follows its name: {@code :-x}, {@code
     * :?}.
     */
    Map<String, TreeSet<String>> variables() {
        Map<String, TreeSet<String>> found = new LinkedHashMap<>();
        Matcher matcher = VARIABLE.matcher(content.toString());
        while (matcher.find()) {
            String rest = matcher.group(2) == null ? "" : matcher.group(2);
            found.computeIfAbsent(matcher.group(1), _ -> new TreeSet<>()).add(rest);
        }
        return found;
    }

    @SuppressWarnings("unchecked") // YAML's maps have text keys here
    static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
