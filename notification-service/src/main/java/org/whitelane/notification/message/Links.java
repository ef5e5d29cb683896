package org.whitelane.notification.message;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Addresses a reader outside can open: all below {@code whitelane.public-base-url}. */
@Component
public class Links {

    private final String base;

    Links(@Value("${whitelane.public-base-url}") String base) {
        // URI refuses line ends and spaces, so nothing here can end a header line
        var uri = URI.create(base);
        if (!uri.isAbsolute() || uri.getHost() == null || !uri.getScheme().matches("https?")) {
            throw new IllegalArgumentException(
                    "whitelane.public-base-url must be an absolute http or https address");
        }
        this.base = base.replaceAll("/+$", "");
    }

    public String confirm(String token) {
        return base + "/mail/confirm?token=" + token;
    }

    public String unsubscribe(String token) {
        return base + "/mail/unsubscribe?token=" + token;
    }

    String publicList(String scheme) {
        return base + "/api/v1/whitelist/public/" + segment(scheme) + "/entries";
    }

    String registration(String id) {
        return base + "/api/v1/approvals/ind/" + segment(id);
    }

    private static String segment(String text) {
        return UriUtils.encodePathSegment(text, StandardCharsets.UTF_8);
    }
}
