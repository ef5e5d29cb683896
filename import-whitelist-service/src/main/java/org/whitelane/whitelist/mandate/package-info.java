/**
 * Mandates: a unit lets another organisation, such as a CRO, draft, submit and read requests for
 * it. Whoever acts for a unit asks here first, in the transaction of the act.
 */
@NullMarked
package org.whitelane.whitelist.mandate;

import org.jspecify.annotations.NullMarked;
