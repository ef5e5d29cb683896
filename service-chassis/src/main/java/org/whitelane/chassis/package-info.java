/**
 * What each service would otherwise copy, as Spring Boot auto-configuration; database parts only
 * where there is a DataSource.
 */
@NullMarked
package org.whitelane.chassis;

import org.jspecify.annotations.NullMarked;
