/** From in-process records to published events, in the same transaction. Nobody depends on it. */
@NullMarked
package org.whitelane.approval.events;

import org.jspecify.annotations.NullMarked;
