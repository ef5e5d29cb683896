package org.whitelane.localstack.jvm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Makes the caches that are missing, while the parts run on. A cache appears under its name only
 * when it is whole and a JVM has taken it; a failure costs nothing but the cache.
 */
public final class Training {

    private static final String DRAFT = "making-";

    private final Path folder;
    private final Queue<StartCache> missing;
    private final List<String> made = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private boolean stopped;

    Training(Path folder, List<StartCache> missing) {
        this.folder = folder;
        this.missing = new ConcurrentLinkedQueue<>(missing);
    }

    public boolean isNeeded() {
        return !missing.isEmpty();
    }

    /** Uses the whole machine, for somebody who waits. Returns lines for people. */
    public List<String> now() {
        return run(Runtime.getRuntime().availableProcessors(), List.of());
    }

    /** Takes what nobody else needs, one cache at a time. Returns lines for people. */
    public List<String> inBackground() {
        return run(1, List.of("nice", "-n", "19"));
    }

    private List<String> run(int atOnce, List<String> prefix) {
        long begun = System.nanoTime();
        try (var lock =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            if (!isOurs(lock)) {
                return List.of("Start caches: another deploy/run is making them.");
            }
            deleteLeftOvers();
            var workers = new ArrayList<Thread>();
            for (int i = 0; i < atOnce; i++) {
                workers.add(Thread.ofPlatform().daemon().start(() -> work(prefix)));
            }
            for (Thread worker : workers) {
                worker.join();
            }
            return tell(Duration.ofNanos(System.nanoTime() - begun));
        } catch (IOException e) {
            return List.of("Start caches: none could be made: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /** Ends what is being made. */
    public void stop() {
        synchronized (this) {
            stopped = true;
        }
        missing.clear();
        running.forEach(Process::destroyForcibly);
    }

    private static boolean isOurs(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException inThisProcess) {
            return false;
        }
    }

    private synchronized List<String> tell(Duration took) {
        var lines = new ArrayList<String>();
        if (!made.isEmpty()) {
            lines.add(
                    "Start caches: made for %s in %d s; the next start is faster."
                            .formatted(String.join(", ", made), took.toSeconds()));
        }
        if (!stopped) {
            failures.forEach(failure -> lines.add("Start caches: none made for " + failure));
        }
        return lines;
    }

    private void work(List<String> prefix) {
        for (var cache = missing.poll(); cache != null; cache = missing.poll()) {
            try {
                make(cache, prefix);
                synchronized (this) {
                    made.add(cache.part());
                }
            } catch (IOException e) {
                synchronized (this) {
                    failures.add("%s: %s".formatted(cache.part(), e.getMessage()));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void make(StartCache cache, List<String> prefix)
            throws IOException, InterruptedException {
        Path draft = Files.createTempDirectory(folder, DRAFT);
        try {
            Path classes = draft.resolve(StartCache.CLASSES);
            Path file = draft.resolve(StartCache.CACHE);
            copyWholeLines(cache.recording(), classes);
            var program = cache.program();
            // Class lists instead of the JVM's own recording mode: see ADR 6.
            run(
                    draft,
                    prefix,
                    program.command(
                            List.of(
                                    "-Xshare:dump",
                                    "-XX:SharedClassListFile=" + classes,
                                    "-XX:+AOTClassLinking",
                                    "-XX:SharedArchiveFile=" + file)));
            run(
                    draft,
                    prefix,
                    program.trial(
                            List.of(
                                    "-XX:AOTCache=" + file,
                                    "-XX:AOTMode=on",
                                    "-XX:+VerifySharedSpaces")));
            cache.binding().write(draft.resolve(StartCache.BINDING));
            Files.move(draft, cache.folder(), StandardCopyOption.ATOMIC_MOVE);
            deleteOlder(cache);
        } finally {
            Folders.delete(draft);
        }
    }

    private void run(Path draft, List<String> prefix, List<String> command)
            throws IOException, InterruptedException {
        Path output = draft.resolve("output");
        var prefixed = new ArrayList<>(prefix);
        prefixed.addAll(command);
        Process process;
        synchronized (this) {
            if (stopped) {
                throw new IOException("stopped");
            }
            process =
                    new ProcessBuilder(prefixed)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            running.add(process);
        }
        try {
            int exitCode = process.waitFor();
            if (exitCode != 0) {
                throw new IOException(
                        "the JVM ended with %d: %s".formatted(exitCode, lastLine(output)));
            }
        } finally {
            running.remove(process);
            Files.deleteIfExists(output);
        }
    }

    private static String lastLine(Path output) throws IOException {
        var lines = new String(Files.readAllBytes(output), UTF_8).lines().toList();
        return lines.isEmpty() ? "it said nothing" : lines.getLast();
    }

    /** The JVM may be writing the list on while we read it. */
    private static void copyWholeLines(Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            throw new IOException("no classes were noted down");
        }
        String text = new String(Files.readAllBytes(from), UTF_8);
        Files.writeString(to, text.substring(0, text.lastIndexOf('\n') + 1));
    }

    /** A part that still runs on an older cache keeps it: the system deletes what nobody maps. */
    private void deleteOlder(StartCache cache) throws IOException {
        try (var all = Folders.ofPart(cache.part(), folder)) {
            for (Path other : all.filter(other -> !other.equals(cache.folder())).toList()) {
                Folders.delete(other);
            }
        }
    }

    /** We hold the lock: whoever began them is gone. */
    private void deleteLeftOvers() throws IOException {
        try (var drafts = Files.newDirectoryStream(folder, DRAFT + "*")) {
            for (Path draft : drafts) {
                Folders.delete(draft);
            }
        }
    }
}
