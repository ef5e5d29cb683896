package org.whitelane.chassis.inbox;

/** Within a lane there is one order, by version; lanes do not wait for each other. */
record Lane(String consumer, String topic, String aggregate) {}
