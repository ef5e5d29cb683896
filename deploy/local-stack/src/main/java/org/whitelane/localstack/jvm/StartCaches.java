package org.whitelane.localstack.jvm;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The AOT caches of all parts. They belong to the build, not to the data: forgetting the data
 * leaves them alone, and {@code mvn clean} removes them.
 */
public final class StartCaches {

    private final Path folder;
    private final Path recordings;
    private final List<StartCache> caches = new CopyOnWriteArrayList<>();

    /**
     * @param folder shared by all launchers of this build
     * @param recordings ours alone
     */
    public StartCaches(Path folder, Path recordings) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.recordings = Files.createDirectories(recordings);
    }

    public StartCache of(String part, JavaProgram program) throws IOException {
        var binding = Binding.of(program);
        Path own = folder.resolve(part + "-" + binding.key());
        var cache =
                new StartCache(
                        part,
                        program,
                        binding,
                        own,
                        recordings.resolve(part + ".lst"),
                        Files.exists(own) ? null : changeSinceTheLast(part, binding));
        caches.add(cache);
        return cache;
    }

    /** For people, after the start of all parts; one line. */
    public String report() {
        var unused = caches.stream().filter(cache -> !cache.isUsed()).toList();
        if (unused.isEmpty()) {
            return "Start caches: used by all %d JVMs.".formatted(caches.size());
        }
        if (unused.stream().allMatch(cache -> cache.obstacle() == null)) {
            return "Start caches: none yet for %d of %d JVMs, this run makes them for the next one."
                    .formatted(unused.size(), caches.size());
        }
        return "Start caches: not used by "
                + reasons(unused)
                + ". Started without, this run makes new ones.";
    }

    /** Whether there is anything to make. */
    public Training training() {
        return new Training(folder, caches.stream().filter(cache -> !cache.exists()).toList());
    }

    private static String reasons(List<StartCache> unused) {
        var byReason =
                unused.stream()
                        .collect(
                                groupingBy(
                                        StartCaches::reason,
                                        TreeMap::new,
                                        mapping(StartCache::part, joining(", "))));
        return byReason.entrySet().stream()
                .map(entry -> "%s (%s)".formatted(entry.getValue(), entry.getKey()))
                .collect(joining(", "));
    }

    private static String reason(StartCache cache) {
        var obstacle = cache.obstacle();
        return obstacle == null ? "none yet" : obstacle;
    }

    private @Nullable String changeSinceTheLast(String part, Binding binding) throws IOException {
        try (var all = Folders.ofPart(part, folder)) {
            return all.map(other -> other.resolve(StartCache.BINDING))
                    .filter(Files::exists)
                    .max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .map(file -> binding.changeSince(Binding.read(file)))
                    .orElse(null);
        }
    }
}
