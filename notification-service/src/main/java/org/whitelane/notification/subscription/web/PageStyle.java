package org.whitelane.notification.subscription.web;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The one style sheet of our pages, inside the page; the policy allows it by its hash and no other.
 */
@Component
class PageStyle {

    private final String css;
    private final String policy;

    PageStyle() throws IOException, NoSuchAlgorithmException {
        css =
                new ClassPathResource("templates/mail/page.css")
                        .getContentAsString(StandardCharsets.UTF_8);
        var hash =
                MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
        policy =
                "default-src 'none'; style-src 'sha256-%s'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
                        .formatted(Base64.getEncoder().encodeToString(hash));
    }

    String css() {
        return css;
    }

    /** Nothing is loaded and no script runs, whatever gets into a page. */
    String contentSecurityPolicy() {
        return policy;
    }
}
