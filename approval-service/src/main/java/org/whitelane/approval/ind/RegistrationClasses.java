package org.whitelane.approval.ind;

import org.whitelane.approval.ind.Outcome.Refusal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A catalogue of registration classes as data.
 *
 * @param catalogue its name, stored with every record that was checked against it
 * @param firstYear acceptances before that year follow an older catalogue
 * @param classes the classes a record may name; a main class alone is allowed where the
 *     announcement says no more
 */
record RegistrationClasses(String catalogue, int firstYear, Map<Modality, List<String>> classes) {

    RegistrationClasses {
        classes = Map.copyOf(classes);
    }

    Optional<Refusal> refusal(IndFacts facts) {
        var named = facts.product().registrationClass();
        if (named == null) {
            return Optional.empty();
        }
        if (facts.acceptanceNumber().year() < firstYear) {
            return refuse(
                    "registration-class-catalogue-unknown",
                    "Acceptances before %d follow an older catalogue, which is not loaded; leave the class out."
                            .formatted(firstYear));
        }
        var modality = facts.product().modality();
        var allowed = classes.getOrDefault(modality, List.of());
        return allowed.contains(named)
                ? Optional.empty()
                : refuse(
                        "registration-class-unknown",
                        "The %s catalogue has for %s: %s."
                                .formatted(catalogue, modality, String.join(", ", allowed)));
    }

    private static Optional<Refusal> refuse(String code, String detail) {
        return Optional.of(new Refusal("/product/registrationClass", code, detail));
    }
}
