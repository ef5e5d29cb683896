/**
 * The OpenAPI document of a service. springdoc walks the handlers; what our edge adds (strict
 * bodies, keys, pages, problems, roles) is read from the same annotations and types that enforce
 * it, so that nobody describes an endpoint by hand.
 */
@NullMarked
package org.whitelane.chassis.apidocs;

import org.jspecify.annotations.NullMarked;
