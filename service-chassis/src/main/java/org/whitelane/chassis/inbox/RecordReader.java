package org.whitelane.chassis.inbox;

import org.jspecify.annotations.Nullable;
import org.whitelane.events.Decoded;
import org.whitelane.events.EventCodec;
import org.whitelane.events.EventTypes;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads any record, also those that are no events: nothing a stranger writes makes it throw. */
final class RecordReader {

    private static final String TRACEPARENT = "00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}";

    private RecordReader() {}

    static Reading read(RawRecord record) {
        var headers = texts(record);
        var subject = headers.get("ce_subject");
        var version = headers.get("ce_aggregateversion");
        if (subject == null || !Texts.isName(subject)) {
            return unplaced(record, "header ce_subject is missing or no id");
        }
        if (version == null || !version.matches("[1-9]\\d{0,17}")) {
            return unplaced(
                    record,
                    "header ce_aggregateversion must be a whole number from 1, was " + version);
        }
        if (record.key() == null || !subject.equals(Texts.utf8(record.key()))) {
            return unplaced(record, "the record's key is not its ce_subject");
        }
        return decode(record, headers, new Place(record.topic(), subject, Long.parseLong(version)));
    }

    private static Reading decode(RawRecord record, Map<String, String> headers, Place place) {
        try {
            return switch (EventCodec.decode(headers, record.value())) {
                case Decoded.Known known -> checked(known, headers.get("traceparent"), place);
                case Decoded.Unknown _ -> new Reading.UnknownType(place);
                case Decoded.Malformed malformed -> broken(place, malformed.reason());
            };
        } catch (RuntimeException | StackOverflowError e) {
            return broken(place, "cannot be read: " + e);
        }
    }

    private static Reading checked(Decoded.Known known, @Nullable String traceparent, Place place) {
        var envelope = known.envelope();
        var topic = EventTypes.topicOf(envelope.data().getClass()).topicName();
        if (!topic.equals(place.topic())) {
            return broken(place, envelope.type() + " belongs to topic " + topic);
        }
        if (!place.aggregate().equals(envelope.data().subject())) {
            return broken(place, "the data is about " + envelope.data().subject());
        }
        boolean traced = traceparent != null && traceparent.matches(TRACEPARENT);
        return new Reading.Event(place, envelope, traced ? traceparent : null);
    }

    /** The last of a name counts, as everywhere in Kafka; what is not UTF-8 counts as absent. */
    private static Map<String, String> texts(RawRecord record) {
        var texts = new LinkedHashMap<String, String>();
        for (var header : record.headers()) {
            var text = header.value() == null ? null : Texts.utf8(header.value());
            if (text == null) {
                texts.remove(header.name());
            } else {
                texts.put(header.name(), text);
            }
        }
        return texts;
    }

    private static Reading unplaced(RawRecord record, String reason) {
        var key = record.key();
        var name =
                key == null
                        ? "%d@%d".formatted(record.partition(), record.offset())
                        : Texts.nameOf(key);
        return new Reading.Unplaced(name, Texts.reason(reason));
    }

    private static Reading broken(Place place, String reason) {
        return new Reading.Broken(place, Texts.reason(reason));
    }
}
