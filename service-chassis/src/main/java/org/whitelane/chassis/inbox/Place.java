package org.whitelane.chassis.inbox;

/**
 * Where a record says it belongs.
 *
 * @param aggregate the CloudEvents subject, equal to the record's key
 * @param version from 1, the only order
 */
record Place(String topic, String aggregate, long version) {

    Lane laneOf(String consumer) {
        return new Lane(consumer, topic, aggregate);
    }
}
