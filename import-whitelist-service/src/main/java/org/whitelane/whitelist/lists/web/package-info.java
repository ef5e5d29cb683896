/** The published lists over HTTP. */
@NullMarked
package org.whitelane.whitelist.lists.web;

import org.jspecify.annotations.NullMarked;
