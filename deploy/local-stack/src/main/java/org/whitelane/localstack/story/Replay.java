package org.whitelane.localstack.story;

import java.util.Collections;
import java.util.List;

/** A second run: nothing is played, everything is compared with what the first run saw. */
final class Replay {

    private final Stage stage;
    private final Inbox inbox;

    Replay(Stage stage, Inbox inbox) {
        this.stage = stage;
        this.inbox = inbox;
    }

    /** What people did by hand since then may be there too; of the story nothing may be missing. */
    void check() {
        stage.narrator.chapter(
                "This data directory has its story; checking that all of it is still there");
        same(
                "batch",
                stage.get(
                                stage.officer("municipal-office"),
                                "/whitelist/batches/" + stage.memory.known("batch"))
                        .text("id"));
        present("entries", ",", entries());
        stage.narrator.step("the same batch and entries: " + stage.memory.known("entries"));
        new Imports(stage).checkUsedUp();
        var approvals = stage.all("", "/approvals/ind").size();
        if (approvals < Approvals.COUNT) {
            throw new StoryFailed(
                    "of %d approvals only %d are there".formatted(Approvals.COUNT, approvals));
        }
        stage.narrator.step("the same %d approvals".formatted(Approvals.COUNT));
        new FeedGrants(stage).give(); // a story from before there were grants
        var regulator = new Regulator(stage);
        for (var line : regulator.checkAgain()) {
            sameChain(regulator, line);
            stage.narrator.step(line);
        }
        present("mails", " ", inbox.all().stream().map(Inbox.Mail::messageId).toList());
        stage.narrator.step("the same e-mails, none again");
    }

    private List<String> entries() {
        return stage.all("", "/whitelist/public/TJ-2022/entries").stream()
                .map(e -> e.path("entryNumber").asString())
                .toList();
    }

    /** The head of then is the head of now, or a link on the way to it. */
    private void sameChain(Regulator regulator, String line) {
        var stream = Regulator.stream(line);
        var then = stage.memory.known("head-" + stream);
        if (!then.equals(Regulator.head(line)) && !regulator.feedHolds(stream, then)) {
            throw new StoryFailed("%s has lost its link %s".formatted(stream, then));
        }
    }

    private void present(String what, String separator, List<String> found) {
        for (var known : stage.memory.known(what).split(separator, -1)) {
            if (Collections.frequency(found, known) != 1) {
                throw new StoryFailed(
                        "%s: %s is not there once in %s".formatted(what, known, found));
            }
        }
    }

    private void same(String what, String found) {
        var expected = stage.memory.known(what);
        if (!expected.equals(found)) {
            throw new StoryFailed("%s changed: was %s, is %s".formatted(what, expected, found));
        }
    }
}
