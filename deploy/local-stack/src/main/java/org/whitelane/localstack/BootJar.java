package org.whitelane.localstack;

import org.whitelane.localstack.jvm.Folders;
import org.whitelane.localstack.jvm.JavaProgram;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;

/** A service's executable jar, laid out on disk: it starts faster than from within the jar. */
final class BootJar {

    private BootJar() {}

    /**
     * Returns the small jar to start, with its libraries beside it. Laid out once per build of the
     * jar, below a name that tells which, so that a suite still running on an older build keeps its
     * files.
     */
    static Path extracted(Path jar, Path apps) throws IOException {
        if (!Files.exists(jar)) {
            throw new Options.Unusable(
                    jar + " is missing: build the project first (deploy/run does).");
        }
        String name = jar.getFileName().toString().replace(".jar", "");
        long built = Files.getLastModifiedTime(jar).toMillis();
        Path folder = apps.resolve(name + "-" + Long.toString(built, 36));
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(apps);
            Path attempt = Files.createTempDirectory(apps, "extracting-");
            extract(jar, attempt);
            try {
                Files.move(attempt, folder);
                deleteOld(apps, name);
            } catch (FileSystemException anotherLauncherWasFaster) {
                Folders.delete(attempt);
            }
        }
        return folder.resolve(jar.getFileName());
    }

    private static void extract(Path jar, Path folder) throws IOException {
        var process =
                new ProcessBuilder(
                                JavaProgram.java(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Djarmode=tools",
                                "-jar",
                                jar.toString(),
                                "extract",
                                "--force",
                                "--destination",
                                folder.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException("Extracting " + jar + " failed.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while extracting " + jar, e);
        }
    }

    /** Keeps the newest two builds: a suite may still run on the last but one. */
    private static void deleteOld(Path apps, String name) throws IOException {
        try (var folders = Files.list(apps)) {
            var builds =
                    folders.filter(folder -> folder.getFileName().toString().startsWith(name + "-"))
                            .sorted(Comparator.comparing(Path::toString).reversed())
                            .skip(2)
                            .toList();
            for (Path old : builds) {
                Folders.delete(old);
            }
        }
    }
}
