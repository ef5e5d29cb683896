package org.whitelane.whitelist.scheme;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;

/** Loads every scheme file at start; one that is wrong stops the start. */
@Component
class SchemeLoader implements ApplicationRunner {

    private static final String FILES = "classpath*:schemes/*.json";

    private final SchemeService schemes;

    SchemeLoader(SchemeService schemes) {
        this.schemes = schemes;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources(FILES);
        Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
        for (var file : files) {
            schemes.activate(
                    SchemeFile.read(
                            String.valueOf(file.getFilename()), file.getContentAsString(UTF_8)));
        }
    }
}
