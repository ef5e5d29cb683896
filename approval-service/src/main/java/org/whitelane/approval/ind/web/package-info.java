/** The register over HTTP: stewards record, the public reads. */
@NullMarked
package org.whitelane.approval.ind.web;

import org.jspecify.annotations.NullMarked;
