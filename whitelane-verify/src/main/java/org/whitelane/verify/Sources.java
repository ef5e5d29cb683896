package org.whitelane.verify;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;

/** Opens what the user named. */
final class Sources {

    static final String TOKEN = "WHITELANE_TOKEN";
    static final String SECRET = "WHITELANE_CLIENT_SECRET";

    private final Arguments arguments;
    private final Function<String, @Nullable String> environment;

    Sources(Arguments arguments, Function<String, @Nullable String> environment) {
        this.arguments = arguments;
        this.environment = environment;
    }

    /** Topics first: what stands there must stand in the feed, not the other way round. */
    List<Source> open(Access access) {
        var sources = new ArrayList<Source>();
        for (var topic : arguments.all("--topic")) {
            sources.add(new TopicSource(topic, kafka(), arguments.optional("--incarnation")));
        }
        feeds().forEach(uri -> sources.add(PullFeed.open(uri, access)));
        arguments.all("--file").forEach(file -> sources.add(ExportFile.open(Path.of(file))));
        if (sources.isEmpty()) {
            throw new Unusable("nothing to read: give --topic, --feed or --file");
        }
        return sources;
    }

    List<URI> feeds() {
        return arguments.all("--feed").stream().map(Sources::uri).toList();
    }

    Access access() {
        var tokenUri = arguments.optional("--token-url");
        if (tokenUri == null) {
            var file = arguments.optional("--token-file");
            return Access.byToken(file == null ? environment.apply(TOKEN) : text(Path.of(file)));
        }
        var secret = environment.apply(SECRET);
        if (secret == null) {
            throw new Unusable("the client's secret is expected in the variable " + SECRET);
        }
        var id = arguments.required("--client-id", "whose token is it?");
        return Access.byClient(new Access.Client(uri(tokenUri), id, secret));
    }

    private Map<String, Object> kafka() {
        var settings = new HashMap<String, Object>();
        var file = arguments.optional("--kafka-config");
        if (file != null) {
            var properties = new Properties();
            try (Reader in = Files.newBufferedReader(Path.of(file))) {
                properties.load(in);
            } catch (IOException e) {
                throw new Unusable("%s cannot be read: %s".formatted(file, e), e);
            }
            properties.forEach((name, value) -> settings.put(name.toString(), value));
        }
        var brokers = arguments.optional("--brokers");
        if (brokers != null) {
            settings.put("bootstrap.servers", brokers);
        } else if (!settings.containsKey("bootstrap.servers")) {
            arguments.required(
                    "--brokers", "host:port of the Kafka cluster, unless --kafka-config has it");
        }
        return settings;
    }

    private static URI uri(String text) {
        try {
            var uri = URI.create(text);
            if ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new Unusable("not an address: " + EventAttributesReader.quotable(text));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Unusable("%s cannot be read: %s".formatted(file, e), e);
        }
    }
}
