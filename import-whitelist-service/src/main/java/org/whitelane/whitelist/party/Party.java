package org.whitelane.whitelist.party;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An organisation as the registry last told.
 *
 * @param creditCode unified social credit code; absent in what was projected before we kept it
 * @param status ACTIVE, SUSPENDED or DEREGISTERED
 * @param version the count of the registry's events about it that we have seen
 */
public record Party(
        String id,
        @Nullable String creditCode,
        String nameZh,
        @Nullable String nameEn,
        List<String> types,
        String registeredDivision,
        List<String> pilotAreas,
        String status,
        List<CreditFlag> flags,
        long version) {

    public Party {
        types = List.copyOf(types);
        pilotAreas = List.copyOf(pilotAreas);
        flags = List.copyOf(flags);
    }

    public boolean active() {
        return status.equals("ACTIVE");
    }

    /** Whether it can sit at a scheme's table. */
    public boolean authority() {
        return types.contains("AUTHORITY") || types.contains("CUSTOMS");
    }

    public List<CreditFlag> openFlags(LocalDate day) {
        return flags.stream().filter(flag -> flag.isOpenOn(day)).toList();
    }

    /** Those that were open on some day of the period, its ends included. */
    public List<CreditFlag> flagsSince(LocalDate first, LocalDate last) {
        return flags.stream().filter(flag -> flag.touches(first, last)).toList();
    }

    Party withFlag(CreditFlag flag, long newVersion) {
        var all = new ArrayList<>(flags.stream().filter(f -> !f.id().equals(flag.id())).toList());
        all.add(flag);
        return new Party(
                id,
                creditCode,
                nameZh,
                nameEn,
                types,
                registeredDivision,
                pilotAreas,
                status,
                all,
                newVersion);
    }
}
