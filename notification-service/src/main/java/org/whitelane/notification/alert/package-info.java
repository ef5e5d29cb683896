/**
 * What subscribers can be told about, in the words of mail: the facts that may leave the house,
 * never quantities or persons.
 */
@NullMarked
package org.whitelane.notification.alert;

import org.jspecify.annotations.NullMarked;
