package org.whitelane.registry.token;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.nio.file.Path;
import java.time.Duration;

/**
 * @param keyFile 32 random bytes in base64; wraps the signing keys in the database
 * @param tokenLife how long a token is valid
 * @param keySetCacheTime the longest that a service trusts a key set before it fetches a new one
 * @param audience the {@code aud} of every token
 */
@ConfigurationProperties("whitelane.signing")
record SigningSettings(
        @Nullable Path keyFile,
        @DefaultValue("5m") Duration tokenLife,
        @DefaultValue("10m") Duration keySetCacheTime,
        @DefaultValue("whitelane") String audience) {

    /** How long a key stays in the key set after its last token was signed. */
    Duration overlap() {
        return tokenLife.plus(keySetCacheTime);
    }
}
