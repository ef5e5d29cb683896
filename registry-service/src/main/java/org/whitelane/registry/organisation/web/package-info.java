/** Parties over HTTP. */
@NullMarked
package org.whitelane.registry.organisation.web;

import org.jspecify.annotations.NullMarked;
