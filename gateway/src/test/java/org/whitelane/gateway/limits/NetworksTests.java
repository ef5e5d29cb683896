package org.whitelane.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworksTests {

    @Test
    void anIpv4AddressIsItself() {
        assertThat(Networks.of("203.0.113.7"))
                .isEqualTo("203.0.113.7")
                .isNotEqualTo(Networks.of("203.0.113.8"));
        assertThat(Networks.of("::ffff:203.0.113.7")).as("mapped").isEqualTo("203.0.113.7");
    }

    @Test
    void anIpv6NetworkOf64BitsIsOneCaller() {
        assertThat(Networks.of("2001:db8:1:2::7"))
                .isEqualTo(Networks.of("2001:db8:1:2:ffff:ffff:ffff:ffff"))
                .isNotEqualTo(Networks.of("2001:db8:1:3::7"));
        assertThat(Networks.of("fe80:0:0:0:1:2:3:4%lo")).isEqualTo(Networks.of("fe80::1%lo"));
    }
}
