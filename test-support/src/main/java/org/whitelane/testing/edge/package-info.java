/**
 * What every service's HTTP edge promises alike, as tests that each service runs against itself.
 * Knows HTTP, JUnit and JSON, and nothing of how the promise is kept.
 */
@NullMarked
package org.whitelane.testing.edge;

import org.jspecify.annotations.NullMarked;
