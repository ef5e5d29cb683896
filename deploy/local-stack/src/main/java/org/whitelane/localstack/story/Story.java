package org.whitelane.localstack.story;

import java.io.PrintStream;

/**
 * Plays the suite's main job once per data directory; on one already played it checks that all is
 * still there.
 */
public final class Story {

    private static final String PLAYED = "played";

    private final Stage stage;
    private final Inbox inbox;

    public Story(StackAddresses addresses, PrintStream out) {
        stage = new Stage(addresses, new Memory(addresses.dataDirectory()), new Narrator(out));
        inbox = new Inbox(stage);
    }

    /** Whether every step held; the first that did not is printed. */
    public boolean play() {
        try {
            if (stage.memory.fact(PLAYED).isPresent()) {
                new Replay(stage, inbox).check();
            } else {
                playAll();
            }
            return true;
        } catch (StoryFailed e) {
            stage.narrator.fail(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private void playAll() {
        new Parties(stage).play();
        new Subscribers(stage, inbox).play();
        new WhiteList(stage).play();
        new Imports(stage).play();
        new Approvals(stage).play();
        var mails = new Mails(stage, inbox);
        mails.awaitAll();
        new Regulator(stage).play();
        new Correction(stage, mails).play();
        mails.play();
        stage.memory.remember(PLAYED, "yes");
    }
}
