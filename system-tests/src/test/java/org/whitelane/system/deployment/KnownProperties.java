package org.whitelane.system.deployment;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Which environment variables a built service would bind: what the libraries and we describe in
 * configuration metadata, and what our own configuration files mention.
 */
final class KnownProperties {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final Pattern OWN_FILE =
            Pattern.compile("application\\.yml|chassis-defaults\\.properties");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z][a-z0-9.-]+)[:}]");
    private static final Pattern KEY = Pattern.compile("(?m)^([a-z][a-z0-9.\\[\\]-]+)=");
    private static final Pattern LIST = Pattern.compile("java\\.util\\.List<([\\w.$]+)>");
    private static final Pattern SCALAR_KEY = Pattern.compile("(?m)^ *([a-z][a-z0-9.-]*): *\\S");

    private final Set<String> variables = new HashSet<>();
    private final Set<String> maps = new HashSet<>();
    private final Map<String, String> lists = new HashMap<>();
    private final Map<String, Set<String>> components = new HashMap<>();

    static KnownProperties of(String service) throws IOException {
        var known = new KnownProperties();
        Path jar = Path.of("..", service, "target", service + "-0.1.0-SNAPSHOT.jar");
        try (var file = Files.newInputStream(jar)) {
            known.read(file);
        }
        return known;
    }

    boolean binds(String variable) {
        if (variables.contains(variable)
                || maps.stream().anyMatch(map -> variable.startsWith(map + "_"))) {
            return true;
        }
        for (var list : lists.entrySet()) {
            Matcher element = Pattern.compile(list.getKey() + "_[0-9]+_(.+)").matcher(variable);
            if (element.matches()) {
                return components
                        .getOrDefault(list.getValue(), Set.of())
                        .contains(element.group(1));
            }
        }
        return false;
    }

    private void read(InputStream jar) throws IOException {
        var zip = new ZipInputStream(jar);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = entry.getName();
            String file = name.substring(name.lastIndexOf('/') + 1);
            if (name.startsWith("BOOT-INF/lib/") && name.endsWith(".jar")) {
                read(new ByteArrayInputStream(zip.readAllBytes()));
            } else if (name.endsWith(METADATA)) {
                metadata(JsonMapper.shared().readTree(zip.readAllBytes()));
            } else if (OWN_FILE.matcher(file).matches()) {
                ownFile(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            } else if (name.contains("org/whitelane/") && file.contains("$")) {
                component(zip.readAllBytes());
            }
        }
    }

    private void metadata(JsonNode metadata) {
        for (JsonNode property : metadata.path("properties")) {
            String variable = variable(property.path("name").asString());
            String type = property.path("type").asString("");
            variables.add(variable);
            if (type.startsWith("java.util.Map") || type.equals("java.util.Properties")) {
                maps.add(variable);
            }
            Matcher list = LIST.matcher(type);
            if (list.matches()) {
                lists.put(variable, list.group(1));
            }
        }
    }

    /** Keys of a properties file, and what is looked up by placeholders in either form of file. */
    private void ownFile(String text) {
        for (Pattern pattern : Set.of(PLACEHOLDER, KEY)) {
            pattern.matcher(text).results().forEach(it -> variables.add(variable(it.group(1))));
        }
        // "a.b: value" on one line; a nested YAML key means nothing without its parents
        SCALAR_KEY
                .matcher(text)
                .results()
                .filter(it -> it.group(1).contains("."))
                .forEach(it -> variables.add(variable(it.group(1))));
    }

    private void component(byte[] bytes) {
        var type = ClassFile.of().parse(bytes);
        type.findAttribute(Attributes.record())
                .ifPresent(
                        it -> {
                            Set<String> names = new HashSet<>();
                            it.components().stream()
                                    .map(member -> member.name().stringValue())
                                    .forEach(name -> names.add(name.toUpperCase(Locale.ROOT)));
                            components.put(
                                    type.thisClass().asInternalName().replace('/', '.'), names);
                        });
    }

    private static String variable(String property) {
        return property.replace("-", "")
                .replaceAll("\\[([0-9]+)]", "_$1")
                .replace('.', '_')
                .toUpperCase(Locale.ROOT);
    }
}
