/** What the tests build on. */
@NullMarked
package org.whitelane.whitelist.support;

import org.jspecify.annotations.NullMarked;
