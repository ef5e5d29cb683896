package org.whitelane.chassis.feed;

import org.jspecify.annotations.Nullable;

/**
 * An event of a published stream, and what became of what it states.
 *
 * @param position null while it waits for its place
 * @param supersedes the event whose statement this one took back
 * @param supersededBy the event that took this one's back
 */
record Statement(
        String eventId,
        String type,
        String stream,
        String subject,
        @Nullable Long position,
        @Nullable String supersedes,
        @Nullable String supersededBy) {}
