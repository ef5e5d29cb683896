package org.whitelane.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.whitelane.localstack.story.StackAddresses;
import org.whitelane.localstack.story.Story;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;

/**
 * Plays the story against a suite that somebody else has started: {@code gateway-url inbox-url
 * kafka data-directory registrar-id}; the registrar's secret comes as {@code REGISTRAR_SECRET}.
 * Ends with 0 only if every step held.
 */
final class PlayStory {

    private PlayStory() {}

    static void main(String[] args) {
        var addresses =
                new StackAddresses(
                        URI.create(args[0]),
                        URI.create(args[1]),
                        args[2],
                        Path.of(args[3]),
                        args[4],
                        System.getenv("REGISTRAR_SECRET"));
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        System.exit(new Story(addresses, out).play() ? 0 : 1);
    }
}
