package org.whitelane.localstack.story;

import java.util.stream.Collectors;

/** A second run: nothing is played, everything is compared with what the first run saw. */
final class Replay {

    private final Stage stage;
    private final Inbox inbox;

    Replay(Stage stage, Inbox inbox) {
        this.stage = stage;
        this.inbox = inbox;
    }

    void check() {
        stage.narrator.chapter(
                "This data directory has its story; checking that all of it is still there");
        same("entries", entries());
        same(
                "batch",
                stage.get(
                                stage.officer("municipal-office"),
                                "/whitelist/batches/" + stage.memory.known("batch"))
                        .text("id"));
        stage.narrator.step("the same batch and entries: " + stage.memory.known("entries"));
        var approvals = stage.all("", "/approvals/ind").size();
        same("approvals", Integer.toString(Approvals.COUNT), Integer.toString(approvals));
        stage.narrator.step("the same %d approvals".formatted(approvals));
        for (var line : new Regulator(stage).check()) {
            var words = line.split("[ :]+", -1);
            same("head-" + words[1], words[words.length - 1]);
            stage.narrator.step(line);
        }
        same("mails", new Mails(stage, inbox).check());
        stage.narrator.step("the same e-mails, none added");
    }

    private String entries() {
        return stage.all("", "/whitelist/public/TJ-2022/entries").stream()
                .map(e -> e.path("entryNumber").asString())
                .sorted()
                .collect(Collectors.joining(","));
    }

    private void same(String what, String found) {
        same(what, stage.memory.known(what), found);
    }

    private static void same(String what, String expected, String found) {
        if (!expected.equals(found)) {
            throw new StoryFailed("%s changed: was %s, is %s".formatted(what, expected, found));
        }
    }
}
