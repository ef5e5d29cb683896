/**
 * The register of clinical-trial approvals (IND): one record per acceptance number, insert-only. A
 * product with several strengths has several records.
 */
@NullMarked
package org.whitelane.approval.ind;

import org.jspecify.annotations.NullMarked;
