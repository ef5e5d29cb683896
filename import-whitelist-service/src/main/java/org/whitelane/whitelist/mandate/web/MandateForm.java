package org.whitelane.whitelist.mandate.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.web.Fault;
import org.whitelane.chassis.web.Format;
import org.whitelane.chassis.web.Together;
import org.whitelane.whitelist.mandate.Act;
import org.whitelane.whitelist.mandate.MandateWish;
import org.whitelane.whitelist.party.PartyReference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * A mandate as a unit gives it.
 *
 * @param agent id or unified social credit code of the organisation that is to act
 * @param scheme the only one that it is for; absent for all
 * @param from the first day, in China
 * @param to the last day
 * @param basis what it rests on, e.g. the number of the contract; no names of persons
 */
@Together(MandateForm.Whole.class)
record MandateForm(
        @NotNull @Format(PartyReference.class) String agent,
        @Nullable @Size(min = 1, max = 40) String scheme,
        @NotEmpty @Size(max = 3) List<@NotNull Act> acts,
        @NotNull LocalDate from,
        @NotNull LocalDate to,
        @NotBlank @Size(max = 300) String basis) {

    MandateWish wish() {
        return new MandateWish(PartyReference.parse(agent), scheme, acts, from, to, basis);
    }

    /** Each act once, and a period that ends after it begins. */
    static final class Whole implements Together.Rule {

        @Override
        public List<Fault> faults(Map<String, @Nullable Object> fields) {
            var faults = new ArrayList<Fault>();
            if (fields.get("acts") instanceof List<?> acts) {
                var seen = EnumSet.noneOf(Act.class);
                for (var i = 0; i < acts.size(); i++) {
                    if (acts.get(i) instanceof Act act && !seen.add(act)) {
                        faults.add(
                                new Fault(
                                        "/acts/" + i,
                                        "twice",
                                        "%s stands here twice.".formatted(act)));
                    }
                }
            }
            if (fields.get("from") instanceof LocalDate from
                    && fields.get("to") instanceof LocalDate to
                    && to.isBefore(from)) {
                faults.add(
                        new Fault(
                                "/to",
                                "ends-before-it-begins",
                                "Must be %s or later.".formatted(from)));
            }
            return faults;
        }
    }
}
