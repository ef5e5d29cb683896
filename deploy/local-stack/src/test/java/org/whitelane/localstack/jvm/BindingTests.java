package org.whitelane.localstack.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

class BindingTests {

    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC");
    private static final Binding.Jar APP = new Binding.Jar("/build-1/app.jar", 100, 1);
    private static final Binding.Jar LIB = new Binding.Jar("/build-1/lib/lib.jar", 200, 1);
    private static final Binding EARLIER = bound("25.0.3", OPTIONS, APP, LIB);

    @Test
    void namesWhatChanged() {
        assertThat(bound("25.0.4", OPTIONS, APP, LIB).changeSince(EARLIER))
                .isEqualTo("the JDK changed");
        assertThat(bound("25.0.3", List.of(), APP, LIB).changeSince(EARLIER))
                .isEqualTo("the JVM options changed");
        assertThat(bound("25.0.3", OPTIONS, APP).changeSince(EARLIER))
                .isEqualTo("the class path changed");
    }

    @Test
    void namesTheJarsThatChangedWhereverTheyLie() {
        var app = new Binding.Jar("/build-2/app.jar", 101, 1);
        var lib = new Binding.Jar("/build-2/lib/lib.jar", 200, 1);
        assertThat(bound("25.0.3", OPTIONS, app, lib).changeSince(EARLIER))
                .isEqualTo("app.jar changed");
        var later = new Binding.Jar("/build-2/lib/lib.jar", 200, 2);
        assertThat(bound("25.0.3", OPTIONS, app, later).changeSince(EARLIER))
                .isEqualTo("app.jar and 1 more changed");
    }

    @Test
    void givesEachCombinationAKeyOfItsOwn() {
        var keys =
                List.of(
                        EARLIER.key(),
                        bound("25.0.4", OPTIONS, APP, LIB).key(),
                        bound("25.0.3", List.of(), APP, LIB).key(),
                        bound("25.0.3", OPTIONS, LIB, APP).key(),
                        bound("25.0.3", OPTIONS, APP, new Binding.Jar(LIB.path(), 200, 2)).key());
        assertThat(keys).doesNotHaveDuplicates().allMatch(key -> key.matches("[0-9a-f]{12}"));
    }

    @Test
    void isReadAsItWasWritten(@TempDir Path dir) throws IOException {
        Path file = dir.resolve("made-for.json");
        EARLIER.write(file);
        assertThat(Binding.read(file)).isEqualTo(EARLIER);
    }

    private static Binding bound(String jdk, List<String> options, Binding.Jar... jars) {
        return new Binding(jdk, options, List.of("-jar", "app.jar"), List.of(jars));
    }
}
