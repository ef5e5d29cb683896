/**
 * The public form of subscribing and the pages behind the links in our mails. A GET changes
 * nothing, since mail scanners follow links.
 */
@NullMarked
package org.whitelane.notification.subscription.web;

import org.jspecify.annotations.NullMarked;
