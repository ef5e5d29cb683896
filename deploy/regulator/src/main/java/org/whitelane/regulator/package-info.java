/**
 * What a regulator can do alone: read a stream as a plain Kafka consumer and by the pull feed, and
 * check that both hold the same entries and that the chain of hashes is unbroken. Uses
 * kafka-clients, HTTP and SHA-256, and nothing of Whitelane: the algorithm is written here a second
 * time, from docs/events.md.
 */
@NullMarked
package org.whitelane.regulator;

import org.jspecify.annotations.NullMarked;
