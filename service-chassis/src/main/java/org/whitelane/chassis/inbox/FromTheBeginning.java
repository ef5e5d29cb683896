package org.whitelane.chassis.inbox;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;

/**
 * Each offset is committed with the name of the generation it was read in. A partition whose offset
 * bears another name has not been read since everything was forgotten, whoever died meanwhile, and
 * is read from its beginning.
 */
record FromTheBeginning(String generation) implements ConsumerAwareRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(FromTheBeginning.class);

    /** Of a consumer that has never been rebuilt. */
    static final String FIRST = "";

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> assigned) {
        if (generation.equals(FIRST) || assigned.isEmpty()) {
            return;
        }
        var unread = new HashSet<>(assigned);
        try {
            Map<TopicPartition, OffsetAndMetadata> committed =
                    consumer.committed(new HashSet<>(assigned));
            unread.removeIf(
                    p -> {
                        var at = committed.get(p);
                        return at != null && generation.equals(at.metadata());
                    });
        } catch (KafkaException e) {
            // rather once too often: what was applied is a duplicate
            LOG.warn("the offsets of {} are not known, reading from the beginning", assigned, e);
        }
        if (!unread.isEmpty()) {
            consumer.seekToBeginning(unread);
        }
    }

    OffsetAndMetadata commit(long offset) {
        return new OffsetAndMetadata(offset, generation);
    }
}
