/**
 * The OAuth2 issuer of the embedded default: client credentials for tokens of five minutes, signed
 * by keys that survive a restart and rotate with overlap.
 */
@NullMarked
package org.whitelane.registry.token;

import org.jspecify.annotations.NullMarked;
