/**
 * Real parts for tests. A Spring test says {@code @SpringBootTest @RealParts("registry")} and finds
 * every property of the database (roles {@code registry_owner}, {@code _app}, {@code _relay},
 * {@code _eraser}), the broker and the issuer set; a test without Spring asks {@link
 * org.whitelane.testing.Infra}: {@code Infra.database("registry")} (the one of this JVM's Spring
 * tests), {@code Infra.freshDatabase("journal")} (a new one per call), {@code
 * Infra.bootstrapServers()}, {@code Infra.stopBroker()} and {@code Infra.startBroker()} for an
 * outage, {@code Infra.recreateTopics()} for an empty log, {@code Infra.issuer().token("subject",
 * "organisation", "ROLE")} and its bad sisters, {@code Infra.properties(db)} to start an
 * application by hand or in another process. There is one PostgreSQL and one broker per JVM,
 * started on first use, on free ports and in temporary folders, gone at the end. They are
 * containers where an engine has the images, else embedded: {@code
 * -Dinfra.mode=containers|embedded|auto}.
 */
@NullMarked
package org.whitelane.testing;

import org.jspecify.annotations.NullMarked;
