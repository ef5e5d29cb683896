/** One page for the OpenAPI documents of all services; each service makes its own document. */
@NullMarked
package org.whitelane.gateway.docs;

import org.jspecify.annotations.NullMarked;
