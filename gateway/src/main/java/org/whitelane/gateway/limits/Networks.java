package org.whitelane.gateway.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Whom an address belongs to, as far as one can tell. */
final class Networks {

    private static final int SUBSCRIBER_BYTES = 8;

    private Networks() {}

    /**
     * An IPv4 address as it is. Of an IPv6 address the first 64 bits: whoever has one has the whole
     * network and can send each request from another of its addresses.
     */
    static String of(String address) {
        if (!address.contains(":")) {
            return address;
        }
        // a literal: no name is looked up; the scope behind % is this machine's, not the caller's
        var parsed = InetAddress.ofLiteral(address.split("%", 2)[0]);
        return parsed instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), SUBSCRIBER_BYTES))
                        + "/64"
                : parsed.getHostAddress();
    }
}
