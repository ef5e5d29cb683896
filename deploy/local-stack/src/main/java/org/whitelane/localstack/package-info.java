/**
 * The embedded default, started by {@code deploy/run}: every part as an operating-system process of
 * its own, watched and started again when it dies, and the story played on top. What a production
 * deployment would say in its configuration is said here in environment variables.
 */
@NullMarked
package org.whitelane.localstack;

import org.jspecify.annotations.NullMarked;
