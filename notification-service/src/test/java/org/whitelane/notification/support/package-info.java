/**
 * What the tests stand on: an SMTP server, the service's HTTP verbs, and events as other services
 * publish them.
 */
@NullMarked
package org.whitelane.notification.support;

import org.jspecify.annotations.NullMarked;
