package org.whitelane.chassis.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.whitelane.chassis.security.Caller;

import java.util.Set;

class KeysTests {

    private static final byte[] DIGEST = new byte[32];
    private static final byte[] OTHER_DIGEST = Keys.sha256(DIGEST);

    @Test
    void keepsOfficersOfTwoIssuersApart() {
        var request = new MockHttpServletRequest("POST", "/items");
        request.addHeader(Keys.HEADER, "k");

        assertThat(Keys.scope(from("https://a.example"), request, DIGEST))
                .isEqualTo(Keys.scope(from("https://a.example"), request, OTHER_DIGEST))
                .isNotEqualTo(Keys.scope(from("https://b.example"), request, DIGEST));
    }

    @Test
    void tellsAnonymousCallersApartByWhatTheySend() {
        var request = new MockHttpServletRequest("POST", "/items");
        request.addHeader(Keys.HEADER, "k");

        assertThat(Keys.scope(null, request, DIGEST))
                .isEqualTo(Keys.scope(null, request, DIGEST))
                .isNotEqualTo(Keys.scope(null, request, OTHER_DIGEST));
    }

    private static Caller from(String issuer) {
        return new Caller(issuer, "officer", "organisation", Set.of());
    }
}
