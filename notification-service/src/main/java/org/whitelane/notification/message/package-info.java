/** One message per event, subscription and template: the queue, and the words. */
@NullMarked
package org.whitelane.notification.message;

import org.jspecify.annotations.NullMarked;
