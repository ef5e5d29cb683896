/** Declarations and the customs check over HTTP. */
@NullMarked
package org.whitelane.whitelist.declaration.web;

import org.jspecify.annotations.NullMarked;
