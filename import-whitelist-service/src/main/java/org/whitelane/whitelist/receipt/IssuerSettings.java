package org.whitelane.whitelist.receipt;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

import java.nio.file.Path;

/**
 * @param keyFile 32 random bytes in base64; wraps the issuer's keys in the database
 */
@ConfigurationProperties("whitelane.signing")
final class IssuerSettings {

    private final @Nullable Path keyFile;

    IssuerSettings(@Nullable Path keyFile) {
        this.keyFile = keyFile;
    }

    @Nullable Path keyFile() {
        return keyFile;
    }
}
