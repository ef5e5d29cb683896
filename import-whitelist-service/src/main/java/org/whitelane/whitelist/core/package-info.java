/** Values that several features of this service use. */
@NullMarked
package org.whitelane.whitelist.core;

import org.jspecify.annotations.NullMarked;
