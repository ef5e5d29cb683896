package org.whitelane.whitelist.scheme;

import static org.whitelane.whitelist.support.Fixtures.TODAY;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.core.Json;
import org.whitelane.whitelist.party.CreditFlag;
import org.whitelane.whitelist.party.Party;
import org.whitelane.whitelist.support.Fixtures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The bank of fixtures: who passes each scheme, and whom each of its rules refuses alone. */
record RuleBank(Map<String, Good> good, List<Refused> refusedByOneRule, List<Only> passesOnly) {

    static final RuleBank ALL = read();

    /** A unit and an article that pass. */
    record Good(Unit unit) {}

    /** The good case with what is said otherwise. */
    record Refused(
            String scheme,
            String rule,
            @Nullable Unit unit,
            @Nullable Map<String, String> article,
            @Nullable LocalDate commitmentSignedOn,
            @Nullable String pointer) {

        @Override
        public String toString() {
            return scheme + " " + rule;
        }
    }

    /**
     * @param refusedBy every other scheme, with the rule that refuses
     */
    record Only(
            String scheme, @Nullable Map<String, String> article, Map<String, String> refusedBy) {

        @Override
        public String toString() {
            return scheme;
        }
    }

    record Unit(
            @Nullable String division,
            @Nullable List<String> pilotAreas,
            @Nullable List<String> types,
            @Nullable String status,
            @Nullable List<Flag> flags) {}

    record Flag(String kind, LocalDate from, @Nullable LocalDate to) {}

    /** Every shipped scheme, read as the loader reads it. */
    static List<PilotScheme> schemes() {
        try (var files = Files.list(Path.of("src/main/resources/schemes"))) {
            return files.sorted().map(RuleBank::scheme).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PilotScheme scheme(String code) {
        return schemes().stream().filter(s -> s.code().equals(code)).findFirst().orElseThrow();
    }

    /** All that the rules say about the case, and the commitment signed on that day. */
    static List<Finding> findings(
            PilotScheme scheme,
            Party party,
            @Nullable Map<String, String> article,
            LocalDate commitmentSignedOn) {
        var rules = new SchemeRules(scheme);
        var items = rules.items(List.of(Fixtures.article(article == null ? Map.of() : article)));
        return Stream.concat(rules.unit(party, commitmentSignedOn, TODAY).stream(), items.stream())
                .toList();
    }

    /** The scheme's good unit, with what is said otherwise. */
    Party party(String scheme, @Nullable Unit other) {
        var unit = Objects.requireNonNull(good.get(scheme), scheme).unit();
        return new Party(
                "bank",
                null,
                "示例（虚构）",
                null,
                either(other == null ? null : other.types(), unit.types(), List.of("ENTERPRISE")),
                either(other == null ? null : other.division(), unit.division(), "650102"),
                either(other == null ? null : other.pilotAreas(), unit.pilotAreas(), List.of()),
                either(other == null ? null : other.status(), unit.status(), "ACTIVE"),
                either(other == null ? null : other.flags(), unit.flags(), List.<Flag>of()).stream()
                        .map(f -> new CreditFlag(f.kind(), f.kind(), f.from(), f.to(), false))
                        .toList(),
                1);
    }

    private static <T> T either(@Nullable T said, @Nullable T otherwise, T last) {
        return said != null ? said : otherwise != null ? otherwise : last;
    }

    private static PilotScheme scheme(Path file) {
        try {
            return SchemeFile.read(String.valueOf(file.getFileName()), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuleBank read() {
        try (var file = RuleBank.class.getResourceAsStream("/scheme-rules.json")) {
            return Json.read(
                    new String(Objects.requireNonNull(file).readAllBytes(), UTF_8), RuleBank.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
