package org.whitelane.notification.subscription;

import org.whitelane.notification.alert.AlertKind;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The form's four lists: values within a list are alternatives. A list narrows only the kinds of
 * news that have such a property; without {@code kinds}, schemes mean batches, sponsors mean
 * approvals, and nothing at all means everything.
 */
public record Wishes(
        Set<AlertKind> kinds, Set<String> schemes, Set<String> sponsors, Set<String> keywords) {

    public Wishes {
        kinds = Set.copyOf(kinds);
        schemes = Set.copyOf(schemes);
        sponsors = Set.copyOf(sponsors);
        keywords = Set.copyOf(keywords);
    }

    public Criteria toCriteria() {
        var alternatives = chosenKinds().stream().map(this::narrowed).toList();
        return alternatives.size() == 1 ? alternatives.getFirst() : new Criteria.Any(alternatives);
    }

    private Collection<AlertKind> chosenKinds() {
        if (!kinds.isEmpty()) {
            return List.copyOf(EnumSet.copyOf(kinds));
        }
        var implied = EnumSet.noneOf(AlertKind.class);
        if (!schemes.isEmpty()) {
            implied.add(AlertKind.BATCH_PUBLISHED);
        }
        if (!sponsors.isEmpty()) {
            implied.add(AlertKind.IND_RECORDED);
        }
        return implied.isEmpty() ? EnumSet.allOf(AlertKind.class) : implied;
    }

    private Criteria narrowed(AlertKind kind) {
        List<Criteria> parts = new ArrayList<>();
        parts.add(new Criteria.KindIs(kind));
        switch (kind) {
            case BATCH_PUBLISHED -> addUnlessEmpty(parts, schemes, new Criteria.SchemeIn(schemes));
            case IND_RECORDED -> addUnlessEmpty(parts, sponsors, new Criteria.SponsorIn(sponsors));
        }
        addUnlessEmpty(parts, keywords, new Criteria.AnyKeyword(keywords));
        return new Criteria.All(parts);
    }

    private static void addUnlessEmpty(List<Criteria> parts, Set<String> values, Criteria part) {
        if (!values.isEmpty()) {
            parts.add(part);
        }
    }
}
