package org.whitelane.notification.subscription;

/** What following a link, or pressing its button, came to. */
public sealed interface LinkOutcome {

    /** The link is good; nothing has happened yet. */
    record Offered(MailLocale locale) implements LinkOutcome {}

    /** Done, now or by an earlier press. */
    record Done(MailLocale locale) implements LinkOutcome {}

    /** Unknown, expired, for another purpose, or overtaken by an ending. */
    record Invalid() implements LinkOutcome {}
}
