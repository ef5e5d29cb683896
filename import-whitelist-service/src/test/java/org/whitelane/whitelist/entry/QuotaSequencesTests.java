package org.whitelane.whitelist.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.whitelane.kernel.QuantityUnit;
import org.whitelane.whitelist.entry.QuotaModel.Consignment;
import org.whitelane.whitelist.scheme.Effects.QuotaMode;
import org.whitelane.whitelist.support.Imports;
import org.whitelane.whitelist.support.ServiceTestBase;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;

/**
 * Random sequences of what happens to a quota, in every mode, each step a real UPDATE: the row says
 * after every one of them what the paper model says. The seed is told.
 */
class QuotaSequencesTests extends ServiceTestBase {

    private static final BigDecimal APPROVED = new BigDecimal("5000");
    private static final LocalDate START = LocalDate.of(2026, 11, 1);
    private static final int STEPS = 120;

    @Autowired private Quotas quotas;
    @Autowired private JdbcClient db;

    @Test
    void theRowSaysWhatThePaperSays() {
        var unit = table.enterprise("示例配额（虚构）");
        var entry = UUID.fromString(new Imports(api, table).entry(unit));
        for (var mode : QuotaMode.values()) {
            var seed = new Random().nextLong();
            untouched(entry);
            new Sequence(entry, mode, new Random(seed), "%s, seed %d".formatted(mode, seed)).run();
        }
    }

    /** The one row serves every mode; its article, and so its approved quantity, stays. */
    private void untouched(UUID entry) {
        db.sql(
                        """
                        update entry set reserved = 0, used = 0, quota_year = 0, capped = true,
                          status = 'ACTIVE', valid_from = date '2026-01-01', valid_to = null
                        where id = :id
                        """)
                .param("id", entry)
                .update();
    }

    private final class Sequence {

        private final UUID entry;
        private final QuotaReading reading;
        private final Random random;
        private final String told;
        private final QuotaModel model;
        private LocalDate today = START;
        private int refused;

        Sequence(UUID entry, QuotaMode mode, Random random, String told) {
            this.entry = entry;
            this.reading = new QuotaReading(mode, false);
            this.random = random;
            this.told = told;
            this.model = new QuotaModel(APPROVED, mode.name());
        }

        void run() {
            for (var step = 0; step < STEPS; step++) {
                var holding = model.holding();
                if (holding.isEmpty() || random.nextInt(5) < 2) {
                    reserve();
                } else {
                    goOn(holding.get(random.nextInt(holding.size())));
                }
                agrees("%s, step %d".formatted(told, step));
            }
            if (reading.mode() != QuotaMode.NONE) {
                assertThat(refused).as("%s: the limit was never met", told).isPositive();
            }
        }

        private void reserve() {
            today = today.plusDays(random.nextInt(7));
            // now and then somebody's day is still in the year before
            var day = random.nextInt(8) == 0 ? today.minusDays(20) : today;
            var amount = amount(random.nextInt(6) == 0 ? "9000" : "900");
            var year = reading.mode() == QuotaMode.ANNUAL ? day.getYear() : 0;
            var draw =
                    Draw.on(
                            day,
                            entry,
                            UUID.randomUUID(),
                            amount,
                            QuantityUnit.GRAM,
                            reading,
                            day.plusDays(30));
            var done = quotas.reserve(draw, day).isPresent();
            assertThat(done)
                    .as("%s reserves %s", told, amount)
                    .isEqualTo(model.allows(amount, year));
            if (done) {
                model.reserve(amount, year);
            } else {
                refused++;
            }
        }

        /** Declaring moves nothing; what is released and expires is given back. */
        private void goOn(Consignment consignment) {
            switch (random.nextInt(5)) {
                case 0 -> agrees(told + " declares");
                case 1 -> settle(consignment, consignment.held, BigDecimal.ZERO);
                case 2 -> settle(consignment, part(consignment.held), BigDecimal.ZERO);
                case 3 -> {
                    var part = part(consignment.held);
                    settle(consignment, part, part);
                }
                default -> settle(consignment, consignment.held, over(consignment.held));
            }
        }

        private void settle(Consignment consignment, BigDecimal fromHold, BigDecimal arrived) {
            var done = quotas.settle(entry, consignment.year, fromHold, arrived).isPresent();
            assertThat(done)
                    .as("%s settles %s with %s", told, fromHold, arrived)
                    .isEqualTo(model.lets(consignment, fromHold, arrived));
            if (done) {
                model.settle(consignment, fromHold, arrived);
            }
        }

        private void agrees(String when) {
            db.sql("select reserved, used, status from entry where id = :id")
                    .param("id", entry)
                    .query(
                            row -> {
                                assertThat(row.getBigDecimal(1))
                                        .as("%s: reserved", when)
                                        .isEqualByComparingTo(model.reserved());
                                assertThat(row.getBigDecimal(2))
                                        .as("%s: used", when)
                                        .isEqualByComparingTo(model.used());
                                assertThat(row.getString(3)).as(when).isEqualTo(model.status());
                            });
        }

        /** To the last of six places; now and then exactly what is left. */
        private BigDecimal amount(String below) {
            var left = APPROVED.subtract(model.reserved()).subtract(model.used());
            if (random.nextInt(4) == 0 && left.signum() > 0) {
                return left;
            }
            var most = new BigDecimal(below).movePointRight(6).longValueExact();
            return BigDecimal.valueOf(1 + random.nextLong(most), 6);
        }

        private BigDecimal part(BigDecimal whole) {
            var micro = whole.movePointRight(6).longValueExact();
            return BigDecimal.valueOf(1 + random.nextLong(micro), 6);
        }

        private BigDecimal over(BigDecimal whole) {
            return random.nextBoolean() ? whole : whole.add(part(new BigDecimal("50")));
        }
    }
}
