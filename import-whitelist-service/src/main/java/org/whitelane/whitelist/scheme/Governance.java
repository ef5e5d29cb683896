package org.whitelane.whitelist.scheme;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.scheme.PilotScheme.Cadence;
import org.whitelane.whitelist.scheme.PilotScheme.Duty;
import org.whitelane.whitelist.scheme.PilotScheme.Level;
import org.whitelane.whitelist.scheme.PilotScheme.Member;

import java.util.List;

/**
 * @param lead agency role that runs the office: opens the review, recognises, publishes
 * @param intake where units hand in, in the notice's words
 * @param levels from the lowest to the one that recognises; those below it recommend
 * @param deemedAcceptance whether silence beyond the limit takes a request in (Administrative
 *     Licensing Law Art. 32)
 * @param deemedRenewal whether silence beyond the limit renews (Administrative Licensing Law Art.
 *     50)
 */
public record Governance(
        @Nullable String lead,
        @Nullable String intake,
        List<Member> members,
        List<Level> levels,
        @Nullable Cadence cadence,
        @Nullable Boolean deemedAcceptance,
        @Nullable Boolean deemedRenewal) {

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

    /** Agency roles that assess units from outside the area. */
    public List<String> assessors() {
        var named = rolesWith(Duty.ASSESS_AREA);
        return named.isEmpty() ? office() : named;
    }

    /** The lead's agency role, where it is known. */
    public List<String> office() {
        return lead == null ? List.of() : List.of(lead);
    }

    /** Agency roles that recommend at that level. */
    public List<String> recommendersAt(Level level) {
        return members.stream()
                .filter(m -> m.duties().contains(Duty.RECOMMEND) && m.level() == level)
                .map(Member::agencyRole)
                .toList();
    }

    /** Below the one that recognises, in the order in which they recommend. */
    public List<Level> recommendingLevels() {
        return levels.isEmpty() ? List.of() : levels.subList(0, levels.size() - 1);
    }

    /** Whether a lower level recommends what the joint review looks at. */
    public boolean recommends() {
        return !recommendingLevels().isEmpty();
    }
}
