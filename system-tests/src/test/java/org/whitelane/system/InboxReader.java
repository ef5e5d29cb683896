package org.whitelane.system;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
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

    /** Each mail as it came over the wire. */
    List<String> raw() throws IOException, InterruptedException {
        var list = get("/api/messages");
        var mails = new ArrayList<String>();
        for (var mail : list.isArray() ? list : list.path("items")) {
            var uri =
                    URI.create(suite.inbox() + "/messages/" + mail.path("id").asString() + "/raw");
            var request = HttpRequest.newBuilder(uri).build();
            mails.add(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        }
        return mails;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(suite.inbox() + path)).build();
        return Suite.JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
}
