package org.whitelane.chassis;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.net.URI;

/**
 * Who this process is.
 *
 * @param service registry, approval, whitelist, notification or gateway
 * @param apiPath the segment after {@code /api/v1/}
 * @param publicBaseUrl where the gateway is seen from outside, for links and as the issuer's name;
 *     no slash at the end
 */
@ConfigurationProperties("whitelane")
public record WhitelaneSettings(
        String service, String apiPath, @DefaultValue("http://127.0.0.1:8080") URI publicBaseUrl) {

    @SuppressWarnings("NullAway") // the binder passes null for what nobody set
    public WhitelaneSettings {
        if (service == null || service.isBlank()) {
            throw new IllegalArgumentException("whitelane.service is not set");
        }
        if (apiPath == null || apiPath.isBlank()) {
            apiPath = service;
        }
    }
}
