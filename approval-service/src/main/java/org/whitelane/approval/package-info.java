/**
 * Clinical-trial approvals as they were announced. It records decisions and never takes one; what a
 * source does not say is not filled in.
 */
@NullMarked
package org.whitelane.approval;

import org.jspecify.annotations.NullMarked;
