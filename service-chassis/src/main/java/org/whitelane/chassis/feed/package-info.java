/**
 * The pull feed: what the topics hold, over HTTP, for the readers that an operator has granted it
 * to. Knows of each how far it has come, and so who was told what.
 */
@NullMarked
package org.whitelane.chassis.feed;

import org.jspecify.annotations.NullMarked;
