package org.whitelane.chassis.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.whitelane.chassis.security.Caller;

import java.util.Set;

class KeysTests {

    @Test
    void keepsOfficersOfTwoIssuersApart() {
        var request = new MockHttpServletRequest("POST", "/items");
        request.addHeader(Keys.HEADER, "k");

        assertThat(Keys.scope(from("https://a.example"), request))
                .isEqualTo(Keys.scope(from("https://a.example"), request))
                .isNotEqualTo(Keys.scope(from("https://b.example"), request));
    }

    private static Caller from(String issuer) {
        return new Caller(issuer, "officer", "organisation", Set.of());
    }
}
