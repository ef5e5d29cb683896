/**
 * Values that mean the same in every service. Each reads itself with a static {@code parse} that
 * throws {@link IllegalArgumentException} with one sentence for the caller: what was wrong, and
 * what would be right.
 */
@NullMarked
package org.whitelane.kernel;

import org.jspecify.annotations.NullMarked;
