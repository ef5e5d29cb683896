package org.whitelane.whitelist.scheme;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One version of a pilot scheme, as its file says it. A nullable component that is null means: the
 * notice does not say it, or we have not read it.
 *
 * @param deadlines by step, see the constants; a step that is not there has no known limit
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

    /** At each of the levels that recommend. */
    public static final String RECOMMENDATION = "recommendation";

    /** For the applicant: who does not correct in time lets the request lapse. */
    public static final String CORRECTION = "correction";

    /** For the applicant, while the review's clock is stopped. */
    public static final String SUPPLEMENT = "supplement";

    public static final String PUBLICATION = "publication";

    /** How long an announced import holds its quantity. */
    public static final String RESERVATION = "reservation";

    /** By how much the decision's limit can be extended. */
    public static final String EXTENSION = "extension";

    public PilotScheme {
        // a file says null for a step whose limit is not known
        deadlines =
                deadlines.entrySet().stream()
                        .filter(step -> step.getValue() != null)
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, Map.Entry::getValue));
        sources = Map.copyOf(sources);
    }

    public record Name(String zh, String en) {}

    public enum Granularity {
        /** One unit, one article. */
        UNIT_ITEM_PAIR,
        /** The unit is recognised and its articles follow. */
        UNIT_DIRECTORY
    }

    public enum Level {
        /** A zone's own mechanism, e.g. of a free-trade area. */
        AREA,
        /** Districts and counties. */
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

    public enum Duty {
        INTAKE,
        /** Assesses units from outside the area; where nobody has it, the office does. */
        ASSESS_AREA,
        /** At the lower level that the member names. */
        RECOMMEND,
        OPINION,
        COUNTERSIGN,
        PUBLISH
    }

    /**
     * @param level where it recommends; absent for who does not
     */
    public record Member(
            String agencyRole,
            String nameZh,
            String nameEn,
            List<Duty> duties,
            @Nullable Level level) {

        public Member {
            duties = List.copyOf(duties);
        }
    }

    /** As it is for whoever asks under it from that day on. */
    PilotScheme closedFrom(LocalDate day) {
        return new PilotScheme(
                code,
                version,
                name,
                policy.closedFrom(day),
                granularity,
                governance,
                admission,
                effects,
                deadlines,
                sources);
    }

    /** Code and version: how decisions and refusals name it. */
    public String reference() {
        return code + " version " + version;
    }

    public Deadline deadline(String step) {
        return Objects.requireNonNull(
                deadlines.get(step), () -> reference() + " has no deadline for " + step);
    }

    /** Empty where neither the scheme nor the general law gives a limit. */
    public Optional<Deadline> findDeadline(String step) {
        return Optional.ofNullable(deadlines.get(step));
    }

    /** JSON pointers of what the sources leave open: not known is never a default in disguise. */
    public List<String> notKnown() {
        return Knowledge.notKnown(this);
    }

    /** JSON pointers of limits that are the general law's. */
    public List<String> defaulted() {
        return Knowledge.defaulted(this);
    }

    /** JSON pointers of what is not known although no request can be decided without it. */
    public List<String> lacking() {
        return Knowledge.lacking(this);
    }
}
