package org.whitelane.registry;

import org.whitelane.kernel.UnifiedSocialCreditCode;
import org.whitelane.kernel.UnifiedSocialCreditCode.Check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Parties that nobody has registered yet. */
public final class Invented {

    private static final AtomicInteger SERIAL = new AtomicInteger();

    private Invented() {}

    public static Map<String, Object> organisation() {
        var serial = SERIAL.incrementAndGet();
        var organisation = new HashMap<String, Object>();
        organisation.put("creditCode", creditCode(serial));
        organisation.put("nameZh", "示例%d医药（虚构）".formatted(serial));
        organisation.put("types", List.of("ENTERPRISE"));
        organisation.put("registeredDivision", "120116");
        return organisation;
    }

    private static String creditCode(int serial) {
        var body = "91120116MA%07d".formatted(serial);
        return "0123456789ABCDEFGHJKLMNPQRTUWXY"
                .chars()
                .mapToObj(c -> body + (char) c)
                .filter(code -> UnifiedSocialCreditCode.parseLenient(code).check() == Check.PASS)
                .findFirst()
                .orElseThrow();
    }
}
