package org.whitelane.embedded;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * A mail as the inbox shows it.
 *
 * @param id the position in which it arrived, digits
 * @param to the envelope's recipient: one mail to two people is in the inbox twice
 * @param received when we had it on disk, ISO
 * @param headers every header in its order of arrival, decoded; a name that occurs twice has two
 *     values
 * @param links what a reader could click, in the text part first, without repetition
 */
public record ReceivedMail(
        String id,
        String from,
        String to,
        String subject,
        @Nullable String messageId,
        String received,
        Map<String, List<String>> headers,
        @Nullable String text,
        @Nullable String html,
        List<String> links) {

    /** What the list needs, without the parts. */
    record Summary(
            String id,
            String from,
            String to,
            String subject,
            @Nullable String messageId,
            String received) {}

    Summary summary() {
        return new Summary(id, from, to, subject, messageId, received);
    }
}
