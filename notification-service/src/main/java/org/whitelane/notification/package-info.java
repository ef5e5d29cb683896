/** Turns events of the suite into e-mails; decides nothing about them. */
@NullMarked
package org.whitelane.notification;

import org.jspecify.annotations.NullMarked;
