package org.whitelane.localstack.story;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A reader's own mishap: records of some positions come out of his Kafka client as if they had
 * never been there. Configured by {@value #FIRST} and {@value #LAST}.
 */
public final class LosingRecords implements ConsumerInterceptor<byte[], byte[]> {

    static final String FIRST = "whitelane.story.lost.first";
    static final String LAST = "whitelane.story.lost.last";

    private long first;
    private long last;

    @Override
    public void configure(Map<String, ?> settings) {
        first = Long.parseLong(String.valueOf(settings.get(FIRST)));
        last = Long.parseLong(String.valueOf(settings.get(LAST)));
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        var left = new HashMap<TopicPartition, List<ConsumerRecord<byte[], byte[]>>>();
        for (var partition : records.partitions()) {
            left.put(
                    partition,
                    records.records(partition).stream().filter(row -> !isLost(row)).toList());
        }
        return new ConsumerRecords<>(left, records.nextOffsets());
    }

    private boolean isLost(ConsumerRecord<byte[], byte[]> row) {
        var header = row.headers().lastHeader("ce_position");
        long position = header == null ? 0 : Long.parseLong(new String(header.value(), US_ASCII));
        return position >= first && position <= last;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void close() {}
}
