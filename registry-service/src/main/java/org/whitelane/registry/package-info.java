/**
 * The register of parties and reference lists, and the token issuer of the embedded default. It
 * decides nothing about requests or approvals.
 */
@NullMarked
package org.whitelane.registry;

import org.jspecify.annotations.NullMarked;
