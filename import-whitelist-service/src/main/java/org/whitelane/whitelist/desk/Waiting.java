package org.whitelane.whitelist.desk;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.request.ClockReading.Desk;
import org.whitelane.whitelist.request.RequestStatus;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A piece of work as a desk sees it.
 *
 * @param claim who took it; absent when nobody did, or his claim has expired
 */
public record Waiting(
        UUID request,
        String slot,
        String number,
        String scheme,
        String organisation,
        RequestStatus status,
        long version,
        Desk desk,
        List<String> agencyRoles,
        List<String> articles,
        LocalDate since,
        @Nullable LocalDate dueOn,
        boolean provisional,
        @Nullable Claim claim) {

    public Waiting {
        agencyRoles = List.copyOf(agencyRoles);
        articles = List.copyOf(articles);
    }

    Waiting free() {
        return new Waiting(
                request,
                slot,
                number,
                scheme,
                organisation,
                status,
                version,
                desk,
                agencyRoles,
                articles,
                since,
                dueOn,
                provisional,
                null);
    }

    public boolean held() {
        return claim != null;
    }

    public boolean heldBy(String officer) {
        return claim != null && claim.by().equals(officer);
    }

    /**
     * @param by the officer's opaque id
     */
    public record Claim(String by, String agencyRole, Instant until) {}
}
