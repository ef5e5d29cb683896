package org.whitelane.whitelist.scheme;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One version of a pilot scheme, as its file says it. A nullable component that is null means: the
 * notice does not say it, or we have not read it.
 *
 * @param deadlines by step: {@code acceptance}, {@code decision}, {@code recommendation}
 * @param sources JSON pointer of each known field to where it was read
 */
public record PilotScheme(
        String code,
        int version,
        Name name,
        Policy policy,
        Granularity granularity,
        Governance governance,
        Admission admission,
        Effects effects,
        Map<String, Deadline> deadlines,
        Map<String, String> sources) {

    public static final String ACCEPTANCE = "acceptance";
    public static final String DECISION = "decision";

    /** In schemes of two levels only. */
    public static final String RECOMMENDATION = "recommendation";

    public PilotScheme {
        deadlines = Map.copyOf(deadlines);
        sources = Map.copyOf(sources);
    }

    public record Name(String zh, String en) {}

    /**
     * @param supersedes code of the scheme that this one replaced
     */
    public record Policy(
            String document,
            LocalDate issuedOn,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            @Nullable String supersedes) {

        public boolean isOpenOn(LocalDate day) {
            return !day.isBefore(effectiveFrom)
                    && (effectiveTo == null || !day.isAfter(effectiveTo));
        }
    }

    public enum Granularity {
        /** One unit, one article. */
        UNIT_ITEM_PAIR,
        /** The unit is recognised and its articles follow. */
        UNIT_DIRECTORY
    }

    public enum Level {
        DISTRICT,
        MUNICIPAL,
        PROVINCIAL
    }

    public enum Cadence {
        AD_HOC,
        MONTHLY,
        QUARTERLY,
        HALF_YEARLY
    }

    /**
     * @param lead agency role that runs the office: opens the review, recognises, publishes
     */
    public record Governance(
            String lead, List<Member> members, List<Level> levels, @Nullable Cadence cadence) {

        public Governance {
            members = List.copyOf(members);
            levels = List.copyOf(levels);
        }

        public List<String> reviewers() {
            return rolesWith(Duty.OPINION);
        }

        /** Agency roles. */
        public List<String> rolesWith(Duty duty) {
            return members.stream()
                    .filter(m -> m.duties().contains(duty))
                    .map(Member::agencyRole)
                    .toList();
        }

        /** Whether a lower level recommends what the joint review looks at. */
        public boolean recommends() {
            return levels.size() > 1;
        }
    }

    public enum Duty {
        INTAKE,
        /** At the lower level of two. */
        RECOMMEND,
        OPINION,
        COUNTERSIGN,
        PUBLISH
    }

    public record Member(String agencyRole, String nameZh, String nameEn, List<Duty> duties) {

        public Member {
            duties = List.copyOf(duties);
        }
    }

    /**
     * @param exclusions articles that the scheme names as excluded
     * @param forbiddenUses uses that the scheme names as forbidden
     */
    public record Admission(
            AreaRule area,
            List<UnitRule> unitRules,
            List<ItemRule> itemRules,
            @Nullable List<ItemRule> exclusions,
            @Nullable List<String> forbiddenUses) {}

    public enum AreaKind {
        REGISTERED,
        SUBSTANTIVE
    }

    /**
     * @param divisionPrefixes beginnings of GB/T 2260 codes
     * @param outOfAreaByAssessment whether units from elsewhere may apply too: the joint review
     *     assesses them with their request
     */
    public record AreaRule(
            AreaKind kind,
            List<String> divisionPrefixes,
            List<String> pilotAreas,
            @Nullable Boolean outOfAreaByAssessment) {}

    /**
     * @param code the rule's name, told in each refusal
     * @param values what the check compares with; empty where it needs nothing
     * @param text the condition in words
     */
    public record UnitRule(String code, UnitCheck check, List<String> values, String text) {}

    public record ItemRule(String code, ItemCheck check, List<String> values, String text) {}

    public enum QuotaMode {
        NONE,
        TOTAL,
        ANNUAL,
        PER_BATCH
    }

    /**
     * @param waivedDocuments letters of customs supervision conditions, e.g. Q
     */
    public record Effects(
            List<String> waivedDocuments,
            List<String> customsOffices,
            @Nullable Integer entryValidityMonths,
            @Nullable QuotaMode quotaMode,
            @Nullable String declarationRemark,
            @Nullable String sanction) {}

    public enum DeadlineUnit {
        WORKING_DAY,
        DAY
    }

    /**
     * @param basis the law or clause
     * @param defaulted not in the scheme's text: the general law's limit
     */
    public record Deadline(int amount, DeadlineUnit unit, String basis, boolean defaulted) {}

    /** Code and version: how decisions and refusals name it. */
    public String reference() {
        return code + " version " + version;
    }

    public Deadline deadline(String step) {
        return Objects.requireNonNull(
                deadlines.get(step), () -> reference() + " has no deadline for " + step);
    }

    /** JSON pointers of what the sources leave open: not known is never a default in disguise. */
    public List<String> notKnown() {
        return SchemeFile.notKnown(this);
    }
}
