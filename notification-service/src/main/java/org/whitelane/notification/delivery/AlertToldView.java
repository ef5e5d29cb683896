package org.whitelane.notification.delivery;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * Who was told of an event by mail, in numbers: whose addresses they are stays out.
 *
 * @param supersedes the event whose statement this one took back
 * @param supersededBy the event that took this one's statement back
 * @param correction how far the correction came; null while nothing supersedes this event
 */
record AlertToldView(
        UUID eventId,
        String kind,
        Instant occurredAt,
        @Nullable UUID supersedes,
        @Nullable UUID supersededBy,
        Mails mails,
        @Nullable Coverage correction) {

    /**
     * Each mail is in one of sent, queued, refused and cancelled.
     *
     * @param uncertain of those, the ones that may have arrived although it is not known
     */
    record Mails(int sent, int queued, int refused, int cancelled, int uncertain) {}

    /**
     * Of those who were, or may have been, told the old fact.
     *
     * @param told how many they are
     * @param corrected were sent the correction
     * @param underWay will be sent it
     * @param failed their server refused it, or they unsubscribed while it waited
     * @param gone had unsubscribed before it came: nobody may write to them any more
     * @param share corrected / told, 0 to 1; null when nobody was told
     */
    record Coverage(
            int told, int corrected, int underWay, int failed, int gone, @Nullable Double share) {

        static Coverage of(int told, int corrected, int underWay, int failed) {
            return new Coverage(
                    told,
                    corrected,
                    underWay,
                    failed,
                    told - corrected - underWay - failed,
                    told == 0 ? null : (double) corrected / told);
        }
    }
}
