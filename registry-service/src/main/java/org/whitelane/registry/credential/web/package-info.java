/** Issuing and revoking credentials over HTTP. */
@NullMarked
package org.whitelane.registry.credential.web;

import org.jspecify.annotations.NullMarked;
