/** Key rotation over HTTP; the token endpoint itself is Spring Security's. */
@NullMarked
package org.whitelane.registry.token.web;

import org.jspecify.annotations.NullMarked;
