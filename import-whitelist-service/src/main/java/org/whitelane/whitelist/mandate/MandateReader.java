package org.whitelane.whitelist.mandate;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.core.Officer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads mandates for their two sides, and for auditors; for others they are not there. */
@Component
public class MandateReader {

    private final Mandates mandates;
    private final Clock clock;

    MandateReader(Mandates mandates, Clock clock) {
        this.mandates = mandates;
        this.clock = clock;
    }

    public Optional<Mandate> mandate(UUID id, Officer officer) {
        return mandates.find(id)
                .filter(mandate -> officer.isAuditor() || mandate.isOf(officer.organisation()));
    }

    /**
     * @param other the other side; null for any
     */
    public List<Mandate> page(
            Officer officer, @Nullable String other, @Nullable UUID after, int limit) {
        var own = officer.organisation();
        if (own == null && !officer.isAuditor()) {
            return List.of();
        }
        return mandates.page(officer.isAuditor() ? null : own, other, after, limit);
    }

    public LocalDate today() {
        return LegalDays.today(clock);
    }
}
