/** Values that only this service uses. */
@NullMarked
package org.whitelane.registry.core;

import org.jspecify.annotations.NullMarked;
