package org.whitelane.system;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The inbox of the embedded SMTP server, by its JSON. */
final class InboxReader {

    private final Suite suite;
    private final HttpClient http = HttpClient.newHttpClient();

    InboxReader(Suite suite) {
        this.suite = suite;
    }

    /** How often each Message-ID has arrived. */
    Map<String, Long> messageIds() throws IOException, InterruptedException {
        var list = get("/api/messages");
        var items = list.isArray() ? list : list.path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .collect(
                        Collectors.groupingBy(
                                mail -> mail.path("messageId").asString(""),
                                Collectors.counting()));
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(suite.inbox() + path)).build();
        return Suite.JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
}
