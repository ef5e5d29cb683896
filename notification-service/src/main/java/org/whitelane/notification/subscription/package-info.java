/**
 * Who wants to be told what. The address lives only here; links in mails carry random tokens, of
 * which we keep the hash.
 */
@NullMarked
package org.whitelane.notification.subscription;

import org.jspecify.annotations.NullMarked;
