/** Batches over HTTP. */
@NullMarked
package org.whitelane.whitelist.batch.web;

import org.jspecify.annotations.NullMarked;
