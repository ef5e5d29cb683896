package org.whitelane.whitelist.support;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.scheme.PilotScheme;

import java.time.LocalDate;
import java.util.List;

/**
 * What a city's notice says, written down a second time: the scenarios hold the service against
 * this and not against the file that the service reads.
 *
 * @param division where a unit has to be
 * @param levels how many recommend before it is recognised
 * @param customsOffice the one that is told by name; null when any will do
 * @param remark what the declaration has to say
 * @param validMonths how long an entry lives; null when it lives as long as the scheme
 * @param ends the scheme's last day
 * @param directory whether units are recognised, and file their articles afterwards
 */
public record Pilot(
        String code,
        String division,
        int levels,
        List<String> opinions,
        @Nullable String customsOffice,
        @Nullable String remark,
        @Nullable Integer validMonths,
        @Nullable LocalDate ends,
        boolean directory) {

    /** 京药监发〔2022〕166号. */
    public static final Pilot BEIJING_2022 =
            new Pilot(
                    "BJ-2022",
                    "110108",
                    1,
                    List.of("MPA", "S_AND_T", "ECON_INFO", "COMMERCE", "CUSTOMS"),
                    "北京海关",
                    null,
                    null,
                    null,
                    false);

    /** 沪商规〔2023〕3号. */
    public static final Pilot SHANGHAI_2_0 =
            new Pilot(
                    "SH-2023",
                    "310101",
                    1,
                    List.of("COMMERCE", "CUSTOMS", "MPA", "S_AND_T", "INNOVATION_OFFICE"),
                    "上海海关",
                    null,
                    null,
                    LocalDate.of(2025, 7, 31),
                    false);

    /** 沪商规〔2024〕12号. */
    public static final Pilot SHANGHAI_2024 =
            new Pilot(
                    "SH-2024",
                    "310115",
                    0,
                    List.of("COMMERCE", "CUSTOMS", "MPA", "ECOLOGY", "AGRICULTURE", "S_AND_T"),
                    "上海海关",
                    null,
                    null,
                    null,
                    true);

    /** 穗埔市监规字〔2024〕1号. */
    public static final Pilot GUANGZHOU_GDD =
            new Pilot(
                    "GZ-GDD-2024",
                    "440112",
                    0,
                    List.of(
                            "MARKET_REGULATION",
                            "INVESTMENT",
                            "S_AND_T",
                            "INDUSTRY_IT",
                            "COMMERCE",
                            "BUSINESS_ENVIRONMENT",
                            "CUSTOMS"),
                    null,
                    "已纳入广州开发区生物医药研发用物品进口白名单",
                    6,
                    null,
                    false);

    /** Who sits at its table; the only thing that is read from the service's file. */
    public PilotScheme scheme() {
        return Fixtures.shipped(code);
    }

    public @Nullable LocalDate validTo(LocalDate from) {
        return validMonths == null ? ends : from.plusMonths(validMonths);
    }

    @Override
    public String toString() {
        return code;
    }
}
