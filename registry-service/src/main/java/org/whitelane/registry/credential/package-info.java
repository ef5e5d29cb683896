/**
 * One credential per officer, never one per organisation: the token's subject is who acted. Secrets
 * are shown once.
 */
@NullMarked
package org.whitelane.registry.credential;

import org.jspecify.annotations.NullMarked;
