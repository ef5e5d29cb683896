/**
 * Clinical and product approvals as announced; it records decisions, it never takes one.
 */
@NullMarked
package org.whitelane.approval;

import org.jspecify.annotations.NullMarked;
