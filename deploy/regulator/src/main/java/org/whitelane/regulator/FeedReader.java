package org.whitelane.regulator;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads a whole pull feed. Its events are flat JSON objects without nesting, so a pattern is all
 * that is needed to read them; whoever has a JSON library uses that.
 */
final class FeedReader {

    private static final Pattern EVENT = Pattern.compile("\\{[^{}]*\\}");
    private static final Pattern FIELD =
            Pattern.compile("\"(\\w+)\"\\s*:\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(-?\\d+))");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.)");

    private FeedReader() {}

    /**
     * @param genesis what the first entry is chained to, as the feed says
     */
    record Feed(String genesis, List<Entry> entries) {}

    static Feed read(URI feed, String token) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var entries = new ArrayList<Entry>();
            var cursor = "";
            while (true) {
                var page = get(http, feed, token, cursor);
                var start = page.indexOf("\"events\"");
                var end = page.lastIndexOf(']');
                var events = EVENT.matcher(page.substring(start, end + 1));
                int before = entries.size();
                while (events.find()) {
                    entries.add(entry(fields(events.group())));
                }
                var outside = fields(page.substring(0, start) + page.substring(end));
                if (entries.size() == before) {
                    return new Feed(String.valueOf(outside.get("genesis")), entries);
                }
                cursor = String.valueOf(outside.get("next"));
            }
        }
    }

    private static String get(HttpClient http, URI feed, String token, String cursor)
            throws IOException, InterruptedException {
        var query =
                cursor.isEmpty()
                        ? "?limit=200"
                        : "?limit=200&after=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        var request =
                HttpRequest.newBuilder(URI.create(feed + query))
                        .header("Authorization", "Bearer " + token)
                        .build();
        var response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(
                    "the feed answered %d: %s".formatted(response.statusCode(), response.body()));
        }
        return response.body();
    }

    private static Entry entry(Map<String, String> fields) {
        var data = String.valueOf(fields.remove("data_base64"));
        return new Entry(fields, Base64.getDecoder().decode(data));
    }

    private static Map<String, String> fields(String json) {
        var fields = new HashMap<String, String>();
        var matcher = FIELD.matcher(json);
        while (matcher.find()) {
            var text = matcher.group(2);
            fields.put(matcher.group(1), text == null ? matcher.group(3) : unescaped(text));
        }
        return fields;
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(
                        m -> {
                            var escape = m.group(1);
                            var character =
                                    switch (escape.charAt(0)) {
                                        case 'u' ->
                                                String.valueOf(
                                                        (char)
                                                                Integer.parseInt(
                                                                        escape.substring(1), 16));
                                        case 'n' -> "\n";
                                        case 't' -> "\t";
                                        case 'r' -> "\r";
                                        default -> escape;
                                    };
                            return java.util.regex.Matcher.quoteReplacement(character);
                        });
    }
}
