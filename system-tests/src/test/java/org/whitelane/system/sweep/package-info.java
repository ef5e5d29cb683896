/**
 * Hostile input against every operation of every service, generated from the documents that the
 * services publish. What is allowed comes from those documents, not from the code.
 */
@NullMarked
package org.whitelane.system.sweep;

import org.jspecify.annotations.NullMarked;
