package org.whitelane.localstack.story;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Chapter a, second half: two subscribers confirm by the link in a real e-mail. */
final class Subscribers {

    static final String ZH = "li.na@subscriber.example";
    static final String EN = "jane.doe@subscriber.example";

    private static final Pattern LINK =
            Pattern.compile("https?://\\S+/mail/confirm\\?token=[\\w.~-]+");
    private static final Pattern TOKEN = Pattern.compile("name=\"token\"[^>]*value=\"([^\"]+)\"");

    private final Stage stage;
    private final Inbox inbox;

    Subscribers(Stage stage, Inbox inbox) {
        this.stage = stage;
        this.inbox = inbox;
    }

    void play() {
        subscribe("zh", ZH, "zh-CN", List.of("BATCH_PUBLISHED", "IND_RECORDED"));
        subscribe("en", EN, "en", List.of("BATCH_PUBLISHED"));
        stage.narrator.step(
                "two subscribers, one reading Chinese and one English, confirmed by the link in a"
                        + " real e-mail");
        stage.narrator.see(stage.addresses.inbox().toString());
    }

    private void subscribe(String name, String address, String locale, List<String> kinds) {
        if (stage.memory.fact("confirmed-" + name).isPresent()) {
            return;
        }
        stage.create(
                "subscription-" + name,
                "",
                "/notification/subscriptions",
                Map.of("email", address, "locale", locale, "criteria", Map.of("kinds", kinds)));
        var mail = inbox.await(address, 1).getFirst();
        var matcher = LINK.matcher(mail.text());
        if (!matcher.find()) {
            throw new StoryFailed("no confirmation link in the mail to " + address);
        }
        confirm(URI.create(matcher.group()));
        stage.memory.remember("confirmed-" + name, address);
    }

    /** Opens the page as a person would, and presses its button. */
    private void confirm(URI link) {
        // the link names the public address, which may mean another machine where the story runs
        var inside = link.getRawPath() + "?" + link.getRawQuery();
        var page =
                Stage.expect(
                        "confirmation page",
                        stage.http.get(URI.create(stage.addresses.gateway() + inside), ""),
                        200);
        var token = TOKEN.matcher(page.body());
        if (!token.find()) {
            throw new StoryFailed("the confirmation page has no button: " + page.body());
        }
        var address = URI.create(stage.addresses.gateway() + "/mail/confirm");
        Stage.expect("confirmation", stage.http.postForm(address, "token=" + token.group(1)), 200);
    }
}
