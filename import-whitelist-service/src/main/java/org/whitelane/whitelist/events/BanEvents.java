package org.whitelane.whitelist.events;

import org.whitelane.events.BanEvent;
import org.whitelane.whitelist.ban.Ban;

import java.util.Objects;

final class BanEvents {

    private BanEvents() {}

    static BanEvent raised(Ban ban) {
        var until = ban.until();
        return new BanEvent.UnitBanned(
                ban.id().toString(),
                ban.scheme(),
                ban.schemeVersion(),
                ban.organisation(),
                ban.rule().name(),
                ban.from().toString(),
                until == null ? null : until.toString(),
                ban.cause().revoked().toString(),
                ban.cause().reason(),
                ban.cause().violation());
    }

    static BanEvent lifted(Ban ban) {
        var lifting = lifting(ban);
        return new BanEvent.BanLifted(
                ban.id().toString(),
                ban.scheme(),
                ban.organisation(),
                lifting.on().toString(),
                lifting.reason());
    }

    static Ban.Lifting lifting(Ban ban) {
        return Objects.requireNonNull(ban.lifting(), "it was lifted");
    }
}
