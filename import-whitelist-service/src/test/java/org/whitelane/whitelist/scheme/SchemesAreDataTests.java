package org.whitelane.whitelist.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** No code knows a city or a scheme: whoever adds one writes a file. */
class SchemesAreDataTests {

    private static final Path SCHEMES = Path.of("src/main/resources/schemes");

    /** What runs for every city; the demonstration in deploy/ tells one city's story. */
    private static final List<String> MODULES =
            List.of(
                    "event-schema",
                    "shared-kernel",
                    "service-chassis",
                    "registry-service",
                    "approval-service",
                    "import-whitelist-service",
                    "notification-service",
                    "gateway");

    private static final Pattern CITY =
            Pattern.compile(
                    "(?i)beijing|tianjin|(?<!Asia/)shanghai|chongqing|guangzhou|shenzhen|suzhou|nanjing|wuxi"
                        + "|chengdu|wuhan|hangzhou|北京|天津|上海|重庆|广州|深圳|苏州|南京|无锡|成都|武汉|杭州");

    @Test
    void noMainCodeNamesACityOrAScheme() throws IOException {
        var named = new ArrayList<String>();
        for (var module : MODULES) {
            named.addAll(named(Path.of("..", module, "src/main/java")));
        }
        assertThat(named).isEmpty();
    }

    /** Seen red: the files themselves name what code must not. */
    @Test
    void findsWhatIsNamed() throws IOException {
        assertThat(named(SCHEMES)).anyMatch(line -> line.contains("TJ-2022"));
        assertThat(named(SCHEMES)).anyMatch(line -> line.contains("北京"));
    }

    private static List<String> named(Path folder) throws IOException {
        var codes = codes();
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> lines(file).map(line -> file + ": " + line.strip()))
                    .filter(
                            line ->
                                    CITY.matcher(line.substring(line.indexOf(": "))).find()
                                            || codes.stream().anyMatch(line::contains))
                    .toList();
        }
    }

    private static List<String> codes() throws IOException {
        try (var files = Files.list(SCHEMES)) {
            var codes =
                    files.map(file -> file.getFileName().toString().replaceFirst("\\..*", ""))
                            .toList();
            assertThat(codes).hasSizeGreaterThan(1);
            return codes;
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
