/**
 * The suite's main job told through its public interfaces only: HTTP at the gateway, Kafka, and the
 * inbox of real mails.
 */
@NullMarked
package org.whitelane.localstack.story;

import org.jspecify.annotations.NullMarked;
