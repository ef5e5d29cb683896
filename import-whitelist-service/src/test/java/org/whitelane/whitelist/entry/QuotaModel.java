package org.whitelane.whitelist.entry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A quota as one would keep it on paper: every consignment with what is held for it and what
 * arrived. Everything else is a sum over that list. Shares no code with what it judges.
 */
final class QuotaModel {

    private final BigDecimal approved;
    private final String mode;
    private final List<Consignment> all = new ArrayList<>();
    private int newest;

    QuotaModel(BigDecimal approved, String mode) {
        this.approved = approved;
        this.mode = mode;
    }

    /** One import: the year whose quota it draws on (0: no year's), and its two counts. */
    static final class Consignment {
        final int year;
        BigDecimal held;
        BigDecimal arrived = BigDecimal.ZERO;

        Consignment(int year, BigDecimal held) {
            this.year = year;
            this.held = held;
        }
    }

    List<Consignment> holding() {
        return all.stream().filter(c -> c.held.signum() > 0).toList();
    }

    boolean allows(BigDecimal amount, int year) {
        return switch (mode) {
            case "NONE" -> true;
            case "PER_BATCH" -> amount.compareTo(approved) <= 0;
            case "TOTAL" -> taken(0).add(amount).compareTo(approved) <= 0;
            case "ANNUAL" -> year >= newest && taken(year).add(amount).compareTo(approved) <= 0;
            default -> throw new IllegalArgumentException(mode);
        };
    }

    void reserve(BigDecimal amount, int year) {
        newest = year;
        all.add(new Consignment(year, amount));
    }

    /** Beyond what is held for it, as far as the quota goes; of a year that is over nobody asks. */
    boolean lets(Consignment consignment, BigDecimal fromHold, BigDecimal arrived) {
        var more = arrived.subtract(fromHold);
        var limited = mode.equals("TOTAL") || mode.equals("ANNUAL");
        return !limited
                || consignment.year != newest
                || taken(newest).add(more).compareTo(approved) <= 0;
    }

    void settle(Consignment consignment, BigDecimal fromHold, BigDecimal arrived) {
        consignment.held = consignment.held.subtract(fromHold);
        consignment.arrived = consignment.arrived.add(arrived);
    }

    BigDecimal reserved() {
        return sum(all.stream().filter(c -> c.year == newest).map(c -> c.held).toList());
    }

    BigDecimal used() {
        return sum(all.stream().filter(c -> c.year == newest).map(c -> c.arrived).toList());
    }

    /** Only where one quota is for the whole life can everything be gone. */
    String status() {
        return mode.equals("TOTAL") && taken(0).compareTo(approved) == 0 ? "EXHAUSTED" : "ACTIVE";
    }

    private BigDecimal taken(int year) {
        return sum(
                all.stream().filter(c -> c.year == year).map(c -> c.held.add(c.arrived)).toList());
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
