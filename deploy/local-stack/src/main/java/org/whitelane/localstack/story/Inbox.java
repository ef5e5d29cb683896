package org.whitelane.localstack.story;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.util.List;
import java.util.stream.StreamSupport;

/** The inbox of the embedded SMTP server, by its JSON interface. */
final class Inbox {

    private final Stage stage;

    Inbox(Stage stage) {
        this.stage = stage;
    }

    record Mail(String id, String to, String subject, String messageId, String text) {}

    /** Waits until somebody has at least so many mails. */
    List<Mail> await(String address, int count) {
        var mails =
                Stage.patiently(
                        () -> all().stream().filter(m -> m.to().contains(address)).toList(),
                        found -> found.size() >= count);
        if (mails.size() < count) {
            throw new StoryFailed(
                    "%s got %d mails, expected %d".formatted(address, mails.size(), count));
        }
        return mails;
    }

    List<Mail> all() {
        var list = Stage.expect("inbox", stage.http.get(uri("/api/messages"), ""), 200).json();
        var items = list.isArray() ? list : list.path("items");
        return StreamSupport.stream(items.spliterator(), false).map(this::open).toList();
    }

    private Mail open(JsonNode summary) {
        var id = summary.path("id").asString();
        var mail = Stage.expect("mail", stage.http.get(uri("/api/messages/" + id), ""), 200).json();
        return new Mail(
                id,
                mail.path("to").toString(),
                mail.path("subject").asString(""),
                mail.path("messageId").asString(""),
                mail.path("text").asString(""));
    }

    private URI uri(String path) {
        return URI.create(stage.addresses.inbox() + path);
    }
}
