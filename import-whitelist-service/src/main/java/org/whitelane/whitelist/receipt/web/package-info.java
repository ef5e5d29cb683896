/** Receipts as text, as a picture and on paper; keys and status lists for everybody. */
@NullMarked
package org.whitelane.whitelist.receipt.web;

import org.jspecify.annotations.NullMarked;
