package org.whitelane.notification.message;

import org.jspecify.annotations.Nullable;
import org.whitelane.notification.subscription.MailLocale;

import java.util.List;
import java.util.Optional;

/**
 * What one reader is told, before it becomes MIME.
 *
 * @param subject one line, safe for a header
 * @param action the one thing to click
 * @param footer why the reader gets this
 * @param unsubscribe page to end it; absent in a confirmation, which ends by itself
 */
public record Letter(
        MailLocale locale,
        String subject,
        String opening,
        List<Fact> facts,
        Link action,
        String footer,
        @Nullable Link unsubscribe) {

    public Letter {
        subject = HeaderText.of(subject);
        facts = List.copyOf(facts);
    }

    /** One labelled line, on one line. */
    public record Fact(String label, String value) {
        public Fact {
            value = HeaderText.of(value);
        }
    }

    public record Link(String label, String url) {}

    public Optional<Link> unsubscribing() {
        return Optional.ofNullable(unsubscribe);
    }

    /** Plain text: each link alone on its line, so that programs do not break it. */
    public String text() {
        var text = new StringBuilder(opening).append("\n\n");
        facts.forEach(f -> text.append(f.label()).append(": ").append(f.value()).append('\n'));
        if (!facts.isEmpty()) {
            text.append('\n');
        }
        text.append(action.label()).append(":\n").append(action.url()).append("\n\n");
        text.append("-- \n").append(footer).append('\n');
        unsubscribing()
                .ifPresent(l -> text.append(l.label()).append(":\n").append(l.url()).append('\n'));
        return text.toString();
    }
}
