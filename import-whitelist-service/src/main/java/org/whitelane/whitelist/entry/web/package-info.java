/** Entries and the masked public list over HTTP. */
@NullMarked
package org.whitelane.whitelist.entry.web;

import org.jspecify.annotations.NullMarked;
