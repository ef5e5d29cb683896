package org.whitelane.embedded;

import java.security.SecureRandom;
import java.util.Base64;

final class Passwords {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    /** 144 random bits, safe in URLs, shells and SQL literals. */
    static String random() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
