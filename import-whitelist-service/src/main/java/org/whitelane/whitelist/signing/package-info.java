/**
 * Keys with which officers sign, and the signatures. The server holds public keys only; a key is
 * revoked, never deleted, so that what it signed stays verifiable.
 */
@NullMarked
package org.whitelane.whitelist.signing;

import org.jspecify.annotations.NullMarked;
