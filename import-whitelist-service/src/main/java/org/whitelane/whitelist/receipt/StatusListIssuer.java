package org.whitelane.whitelist.receipt;

import org.springframework.stereotype.Component;
import org.whitelane.chassis.WhitelaneSettings;
import org.whitelane.whitelist.core.CanonicalJson;
import org.whitelane.whitelist.signing.Base64Url;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Signs status lists (IETF Token Status List §5.1). The same state in the same minute gives the
 * same bytes on every instance: Ed25519 leaves nothing to chance, and the list's time is the
 * minute's beginning. So an entity tag holds until something changed, or until the list has grown a
 * minute older.
 */
@Component
public class StatusListIssuer {

    static final String TYPE = "statuslist+jwt";

    private final StatusLists lists;
    private final IssuerKeyRing keys;
    private final ReceiptSettings settings;
    private final WhitelaneSettings suite;
    private final Clock clock;

    StatusListIssuer(
            StatusLists lists,
            IssuerKeyRing keys,
            ReceiptSettings settings,
            WhitelaneSettings suite,
            Clock clock) {
        this.lists = lists;
        this.keys = keys;
        this.settings = settings;
        this.suite = suite;
        this.clock = clock;
    }

    /** Where everybody reads it. */
    String uri(UUID list) {
        return suite.publicBaseUrl() + "/api/v1/whitelist/public/status-lists/" + list;
    }

    /** Empty when there is no such list. */
    public Optional<String> token(UUID id) {
        return lists.find(id).map(list -> signed(id, list, clock.instant()));
    }

    private String signed(UUID id, StatusList list, Instant now) {
        var period = settings.statusPeriod().toSeconds();
        var issued = now.getEpochSecond() / period * period;
        var content = Map.of("bits", StatusList.BITS, "lst", Base64Url.encode(list.compressed()));
        var claims =
                Map.of(
                        "sub",
                        uri(id),
                        "iat",
                        issued,
                        "exp",
                        issued + settings.statusLife().toSeconds(),
                        "ttl",
                        settings.statusTtl().toSeconds(),
                        "status_list",
                        content);
        return keys.sign(TYPE, CanonicalJson.write(claims)).jws();
    }
}
