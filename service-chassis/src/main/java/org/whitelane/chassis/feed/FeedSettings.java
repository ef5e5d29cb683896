package org.whitelane.chassis.feed;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.whitelane.events.Topic;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * @param retryAfter when a reader that has everything should ask again
 * @param idleAfter how long a reader may be silent before it is called idle
 * @param readers who is granted what at the first start; later changes are the operators'
 */
@ConfigurationProperties("whitelane.feed")
record FeedSettings(
        @DefaultValue("5s") Duration retryAfter,
        @DefaultValue("1h") Duration idleAfter,
        @DefaultValue List<FirstGrant> readers) {

    /**
     * The same list may be given to all services: each takes what is about its own streams.
     *
     * @param issuer whose subject it is; without it the first issuer that is believed
     * @param streams names or, ending in {@code *}, how names begin
     * @param types the same of event types; all without it
     */
    record FirstGrant(
            @Nullable String issuer,
            String subject,
            List<String> streams,
            @DefaultValue("*") List<String> types) {

        @SuppressWarnings("NullAway") // the binder passes null for what nobody set
        FirstGrant {
            if (subject == null || subject.isBlank() || streams == null || streams.isEmpty()) {
                throw new IllegalArgumentException(
                        "whitelane.feed.readers: each needs subject and streams");
            }
            for (var stream : streams) {
                if (named(stream).findAny().isEmpty()) {
                    throw new IllegalArgumentException(
                            "whitelane.feed.readers: no stream is called " + stream);
                }
            }
        }

        Stream<String> streamsOf(String context) {
            return streams.stream()
                    .flatMap(FirstGrant::named)
                    .filter(topic -> topic.context().equals(context))
                    .map(Topic::topicName)
                    .distinct();
        }

        private static Stream<Topic> named(String pattern) {
            var names = new TypeFilter(List.of(pattern));
            return Arrays.stream(Topic.values()).filter(topic -> names.lets(topic.topicName()));
        }
    }
}
