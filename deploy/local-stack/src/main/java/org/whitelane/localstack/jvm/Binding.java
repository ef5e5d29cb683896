package org.whitelane.localstack.jvm;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;

/** All that an AOT cache is bound to: with any of it changed, the JVM would refuse the cache. */
record Binding(String jdk, List<String> options, List<String> entry, List<Jar> jars) {

    /** Hexadecimal digits. */
    static final int KEY_LENGTH = 12;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * The JVM compares size and time, so that we need not read the jars either.
     *
     * @param modified milliseconds since 1970
     */
    record Jar(String path, long size, long modified) {

        static Jar of(Path path) throws IOException {
            return new Jar(
                    path.toString(), Files.size(path), Files.getLastModifiedTime(path).toMillis());
        }

        /** Each build is laid out in a folder of its own: a jar is the same wherever it lies. */
        private Jar anywhere() {
            return new Jar(name(), size, modified);
        }

        private String name() {
            return String.valueOf(Path.of(path).getFileName());
        }
    }

    static Binding of(JavaProgram program) throws IOException {
        var jars = new ArrayList<Jar>();
        for (Path jar : program.classPath()) {
            jars.add(Jar.of(jar));
        }
        return new Binding(thisJdk(), JavaProgram.OPTIONS, program.entry(), jars);
    }

    static Binding read(Path file) {
        return JSON.readValue(file.toFile(), Binding.class);
    }

    void write(Path file) throws IOException {
        Files.write(file, JSON.writeValueAsBytes(this));
    }

    /** Names the folder of the cache. */
    String key() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(JSON.writeValueAsBytes(this));
            return HexFormat.of().formatHex(digest, 0, KEY_LENGTH / 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For people: what has changed since. */
    String changeSince(Binding earlier) {
        if (!jdk.equals(earlier.jdk)) {
            return "the JDK changed";
        }
        if (!options.equals(earlier.options)) {
            return "the JVM options changed";
        }
        var known = new HashSet<>(earlier.jars.stream().map(Jar::anywhere).toList());
        var changed =
                jars.stream()
                        .filter(jar -> !known.contains(jar.anywhere()))
                        .map(Jar::name)
                        .toList();
        return switch (changed.size()) {
            case 0 -> "the class path changed";
            case 1 -> changed.getFirst() + " changed";
            default -> "%s and %d more changed".formatted(changed.getFirst(), changed.size() - 1);
        };
    }

    private static String thisJdk() throws IOException {
        Path home = Path.of(System.getProperty("java.home"));
        return "%s in %s of %s"
                .formatted(
                        System.getProperty("java.vm.version"),
                        home,
                        Files.getLastModifiedTime(home.resolve("lib/modules")));
    }
}
