@NullMarked
package org.whitelane.chassis.feed;

import org.jspecify.annotations.NullMarked;
