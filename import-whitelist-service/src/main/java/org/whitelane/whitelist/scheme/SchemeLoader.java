package org.whitelane.whitelist.scheme;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.Officer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Loads at start every scheme file that came with the service, and then those of the operator's
 * folder; one that is wrong stops the start.
 */
@Component
class SchemeLoader implements ApplicationRunner {

    private static final String FILES = "classpath*:schemes/*.json";

    private final SchemeService schemes;
    private final String folder;

    /**
     * @param folder where the operator puts files; empty where there is none
     */
    SchemeLoader(SchemeService schemes, @Value("${whitelane.schemes.folder:}") String folder) {
        this.schemes = schemes;
        this.folder = folder;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        for (var file : files()) {
            var scheme =
                    SchemeFile.read(
                            String.valueOf(file.getFilename()), file.getContentAsString(UTF_8));
            if (schemes.activate(scheme, Officer.system())
                    instanceof Activation.OtherContent other) {
                throw new IllegalStateException("%s: %s".formatted(file, other.detail()));
            }
        }
    }

    private List<Resource> files() throws IOException {
        var all = new ArrayList<>(sorted(FILES));
        if (!folder.isBlank()) {
            all.addAll(sorted(Path.of(folder).toUri() + "/*.json"));
        }
        return all;
    }

    private static List<Resource> sorted(String pattern) throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources(pattern);
        return Arrays.stream(files)
                .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
                .toList();
    }
}
