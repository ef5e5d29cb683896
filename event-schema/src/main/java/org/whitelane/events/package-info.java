/**
 * The published contract of the suite. The records here are its source, the JSON Schemas under
 * {@code schema/} its published form, the frozen samples its proof.
 *
 * <p>How it may change: a published type gains optional fields only. A field is never renamed,
 * removed, made required or given another meaning; a breaking change is a new record with a new
 * type string, and both are published until the last consumer has moved. Readers ignore fields and
 * enum values they do not know. No personal data: ids only.
 */
@NullMarked
package org.whitelane.events;

import org.jspecify.annotations.NullMarked;
