package org.whitelane.localstack.story;

import java.util.HashSet;
import java.util.stream.Collectors;

/** Chapter g: the inbox holds exactly the expected e-mails, none twice. */
final class Mails {

    /** A confirmation, one mail for the batch (not one per entry), one per approval. */
    private static final int ZH_AT_FIRST = 2 + Approvals.COUNT;

    /** And one for the correction. */
    private static final int ZH = ZH_AT_FIRST + 1;

    /** A confirmation and one mail for the batch. */
    private static final int EN = 2;

    private final Stage stage;
    private final Inbox inbox;

    Mails(Stage stage, Inbox inbox) {
        this.stage = stage;
        this.inbox = inbox;
    }

    void play() {
        stage.narrator.chapter("g. Every alert arrived, none twice");
        stage.memory.remember("mails", check());
        stage.narrator.step(
                "%d e-mails, as expected: %d in Chinese, %d in English".formatted(ZH + EN, ZH, EN));
        stage.narrator.see(stage.addresses.inbox().toString());
    }

    /** The mails come last: once they are there, everything before them has been published too. */
    void awaitAll() {
        inbox.await(Subscribers.ZH, ZH_AT_FIRST);
        inbox.await(Subscribers.EN, EN);
        awaitNothingQueued();
    }

    /** To whoever was told the mistake, and to nobody else. */
    void awaitCorrection() {
        var corrections =
                inbox.await(Subscribers.ZH, ZH).stream()
                        .filter(mail -> mail.subject().startsWith("更正"))
                        .toList();
        var fact = "规格: " + Approvals.mistyped().strength();
        if (corrections.size() != 1 || !corrections.getFirst().text().contains(fact)) {
            throw new StoryFailed(
                    "expected one correction that says %s, got %s".formatted(fact, corrections));
        }
    }

    /**
     * All message ids, sorted; fails unless each stands once and their number is the expected one.
     */
    String check() {
        var ids = inbox.all().stream().map(Inbox.Mail::messageId).sorted().toList();
        if (ids.size() != ZH + EN || new HashSet<>(ids).size() != ids.size()) {
            throw new StoryFailed(
                    "expected %d different e-mails, the inbox holds %s".formatted(ZH + EN, ids));
        }
        return ids.stream().collect(Collectors.joining(" "));
    }

    private void awaitNothingQueued() {
        var queued =
                Stage.patiently(
                        () ->
                                stage.all(
                                                stage.officer("auditor"),
                                                "/notification/admin/messages?status=QUEUED")
                                        .size(),
                        count -> count == 0);
        if (queued != 0) {
            throw new StoryFailed(queued + " e-mails are still queued");
        }
    }
}
