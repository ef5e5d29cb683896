package org.whitelane.whitelist.ban;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.scheme.Schemes;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads bans for those who may see them; for others they are not there. */
@Component
public class BanReader {

    private final Bans bans;
    private final Schemes schemes;

    BanReader(Bans bans, Schemes schemes) {
        this.bans = bans;
        this.schemes = schemes;
    }

    public Optional<Ban> ban(UUID id, Officer officer) {
        return bans.find(id)
                .filter(ban -> schemes.mayRead(ban.organisation(), ban.scheme(), officer));
    }

    public List<Ban> page(Officer officer, @Nullable UUID after, int limit) {
        return bans.page(officer.organisation(), schemes.readableBy(officer), after, limit);
    }
}
