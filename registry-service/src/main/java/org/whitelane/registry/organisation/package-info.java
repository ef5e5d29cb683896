/**
 * Parties: enterprises, institutions, authorities. A credit flag is a dated fact with a source;
 * what follows from it is decided where it matters, never here.
 */
@NullMarked
package org.whitelane.registry.organisation;

import org.jspecify.annotations.NullMarked;
