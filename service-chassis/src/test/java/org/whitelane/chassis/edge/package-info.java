@NullMarked
package org.whitelane.chassis.edge;

import org.jspecify.annotations.NullMarked;
