package org.whitelane.localstack.jvm;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * What a JVM is to run, tuned to start fast and stay small on two cores.
 *
 * @param entry what names the program on the command line
 * @param classPath all jars that it loads from
 */
public record JavaProgram(List<String> entry, List<Path> classPath, List<String> arguments) {

    static final List<String> OPTIONS =
            List.of(
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx256m",
                    "-Duser.timezone=UTC",
                    "-Dfile.encoding=UTF-8",
                    "--enable-native-access=ALL-UNNAMED");

    public JavaProgram {
        entry = List.copyOf(entry);
        classPath = List.copyOf(classPath);
        arguments = List.copyOf(arguments);
    }

    /** An executable jar with its libraries beside it. */
    public static JavaProgram ofJar(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            var manifest = file.getManifest();
            String libraries =
                    manifest == null
                            ? null
                            : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            var classPath = new ArrayList<>(List.of(jar));
            if (libraries != null) {
                Stream.of(libraries.trim().split(" +"))
                        .map(jar::resolveSibling)
                        .forEach(classPath::add);
            }
            return new JavaProgram(List.of("-jar", jar.toString()), classPath, List.of());
        }
    }

    public static JavaProgram ofClass(String classPath, String main, List<String> arguments) {
        return new JavaProgram(
                List.of("-cp", classPath, main),
                Stream.of(classPath.split(File.pathSeparator)).map(Path::of).toList(),
                arguments);
    }

    /** The JDK that this launcher runs on. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    public List<String> command(List<String> more) {
        return command(more, Stream.concat(entry.stream(), arguments.stream()).toList());
    }

    /** The same JVM on the same class path, which then only prints its version. */
    List<String> trial(List<String> more) {
        return command(more, List.of("-cp", entry.get(1), "-version"));
    }

    private static List<String> command(List<String> more, List<String> rest) {
        var command = new ArrayList<>(List.of(java()));
        command.addAll(OPTIONS);
        command.addAll(more);
        command.addAll(rest);
        return command;
    }
}
