package org.whitelane.localstack;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.whitelane.embedded.BrokerAccess;
import org.whitelane.embedded.Credentials;
import org.whitelane.localstack.story.StackAddresses;
import org.whitelane.localstack.story.Story;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Plays the story against a suite that somebody else has started: {@code gateway-url inbox-url
 * kafka data-directory registrar-id}; the registrar's secret comes as {@code REGISTRAR_SECRET}, the
 * regulator's password on the broker, where it knows him by one, as {@code
 * REGULATOR_BROKER_PASSWORD}. Ends with 0 only if every step held.
 */
final class PlayStory {

    private PlayStory() {}

    static void main(String[] args) throws IOException {
        var addresses =
                new StackAddresses(
                        URI.create(args[0]),
                        URI.create(args[1]),
                        kafka(args[2], Path.of(args[3])),
                        Path.of(args[3]),
                        args[4],
                        System.getenv("REGISTRAR_SECRET"));
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        System.exit(new Story(addresses, out).play() ? 0 : 1);
    }

    private static String kafka(String bootstrapServers, Path data) throws IOException {
        var password = System.getenv(Provision.brokerVariable("regulator"));
        if (password == null) {
            return bootstrapServers;
        }
        var client = BrokerAccess.client(bootstrapServers, new Credentials("regulator", password));
        var settings = new Properties();
        settings.putAll(client);
        var file = KafkaAccess.client(data, "regulator");
        Files.createDirectories(data.resolve(KafkaAccess.CLIENTS));
        BrokerAccess.writePrivately(file, settings, "How regulator speaks to the broker.");
        return file.toString();
    }
}
