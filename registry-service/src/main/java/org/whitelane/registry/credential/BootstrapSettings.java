package org.whitelane.registry.credential;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The first credential of an empty register; both or neither. */
@ConfigurationProperties("whitelane.bootstrap")
record BootstrapSettings(@Nullable String clientId, @Nullable String clientSecret) {}
