package org.whitelane.notification.subscription;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.whitelane.notification.alert.Alert;
import org.whitelane.notification.alert.AlertKind;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a subscriber wants to be told about. Stored as JSON; matching is pure. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Criteria.KindIs.class, name = "kind"),
    @JsonSubTypes.Type(value = Criteria.SchemeIn.class, name = "scheme-in"),
    @JsonSubTypes.Type(value = Criteria.SponsorIn.class, name = "sponsor-in"),
    @JsonSubTypes.Type(value = Criteria.AnyKeyword.class, name = "any-keyword"),
    @JsonSubTypes.Type(value = Criteria.All.class, name = "all"),
    @JsonSubTypes.Type(value = Criteria.Any.class, name = "any")
})
public sealed interface Criteria {

    record KindIs(AlertKind kind) implements Criteria {}

    record SchemeIn(Set<String> schemes) implements Criteria {
        public SchemeIn {
            schemes = Set.copyOf(schemes);
        }
    }

    /** Whole names, whatever their case, width and spaces. */
    record SponsorIn(Set<String> sponsors) implements Criteria {
        public SponsorIn {
            sponsors = Set.copyOf(sponsors);
        }
    }

    /** At least one of the words occurs in the alert's texts. */
    record AnyKeyword(Set<String> keywords) implements Criteria {
        public AnyKeyword {
            keywords = Set.copyOf(keywords);
        }
    }

    /** Matches when every part does; without parts always. */
    record All(List<Criteria> parts) implements Criteria {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** Matches when one part does; without parts never. */
    record Any(List<Criteria> parts) implements Criteria {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    default boolean matches(Alert alert) {
        return switch (this) {
            case KindIs(var kind) -> kind == Alert.kindOf(alert);
            case SchemeIn(var schemes) ->
                    Alert.schemeOf(alert).filter(schemes::contains).isPresent();
            case SponsorIn(var sponsors) ->
                    Alert.sponsorOf(alert)
                            .filter(name -> sponsors.stream().anyMatch(s -> same(s, name)))
                            .isPresent();
            case AnyKeyword(var keywords) ->
                    Alert.wordsOf(alert)
                            .map(Criteria::plain)
                            .anyMatch(t -> keywords.stream().anyMatch(k -> t.contains(plain(k))));
            case All(var parts) -> parts.stream().allMatch(p -> p.matches(alert));
            case Any(var parts) -> parts.stream().anyMatch(p -> p.matches(alert));
        };
    }

    private static boolean same(String one, String other) {
        return plain(one).equals(plain(other));
    }

    /**
     * Full-width letters, case and spaces make no difference to a reader, so they make none here.
     */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", "");
    }
}
