/** What the features' controllers share. */
@NullMarked
package org.whitelane.whitelist.web;

import org.jspecify.annotations.NullMarked;
