/** What deploy/compose.yaml and deploy/Dockerfile promise, checked without a container engine. */
@NullMarked
package org.whitelane.system.deployment;

import org.jspecify.annotations.NullMarked;
