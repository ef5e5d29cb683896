package org.whitelane.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whitelane.testing.Availability.NotThere;
import org.whitelane.testing.Availability.There;

import java.util.Map;

class InfraChoiceTests {

    private static final Availability OK = new There("fine");

    /** Every wish with everything that may be there. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "AUTO,       yes, yes, CONTAINERS",
                "AUTO,       yes, no,  CONTAINERS",
                "AUTO,       no,  yes, EMBEDDED",
                "AUTO,       no,  no,  -",
                "CONTAINERS, yes, yes, CONTAINERS",
                "CONTAINERS, yes, no,  CONTAINERS",
                "CONTAINERS, no,  yes, -",
                "CONTAINERS, no,  no,  -",
                "EMBEDDED,   yes, yes, EMBEDDED",
                "EMBEDDED,   yes, no,  -",
                "EMBEDDED,   no,  yes, EMBEDDED",
                "EMBEDDED,   no,  no,  -",
            })
    void takesWhatIsThereAndNothingElseThanWhatWasForced(
            InfraWish wish, String containers, String embedded, @Nullable InfraMode expected) {
        var engine = containers.equals("yes") ? OK : new NotThere("no engine");
        var artefacts = embedded.equals("yes") ? OK : new NotThere("wrong machine");
        if (expected == null) {
            assertThatThrownBy(() -> InfraChoice.of(wish, () -> engine, () -> artefacts))
                    .isInstanceOf(InfraMissing.class);
        } else {
            assertThat(InfraChoice.of(wish, () -> engine, () -> artefacts).mode())
                    .isEqualTo(expected);
        }
    }

    @Test
    void saysWhichAndWhy() {
        assertThat(InfraChoice.of(InfraWish.AUTO, () -> new NotThere("no engine"), () -> OK).line())
                .isEqualTo("Real parts: embedded (no containers: no engine)");
        assertThat(InfraChoice.of(InfraWish.CONTAINERS, () -> OK, () -> OK).line())
                .isEqualTo("Real parts: containers (asked for; fine)");
    }

    @Test
    void aRefusalNamesWhatIsMissing() {
        assertThatThrownBy(
                        () ->
                                InfraChoice.of(
                                        InfraWish.AUTO,
                                        () -> new NotThere("no engine"),
                                        () -> new NotThere("wrong machine")))
                .hasMessageContainingAll("no engine", "wrong machine");
    }

    /** What is not needed for the answer may take long, or fail. */
    @Test
    void aForcedModeAsksNothingOfTheOther() {
        InfraChoice.of(InfraWish.EMBEDDED, InfraChoiceTests::notAsked, () -> OK);
        InfraChoice.of(InfraWish.CONTAINERS, () -> OK, InfraChoiceTests::notAsked);
        InfraChoice.of(InfraWish.AUTO, () -> OK, InfraChoiceTests::notAsked);
    }

    @Test
    void theWishIsAPropertyOrAVariableAndNoGuess() {
        assertThat(InfraWish.of(null, Map.of())).isEqualTo(InfraWish.AUTO);
        assertThat(InfraWish.of(null, Map.of("INFRA_MODE", ""))).isEqualTo(InfraWish.AUTO);
        assertThat(InfraWish.of(null, Map.of("INFRA_MODE", "Containers")))
                .isEqualTo(InfraWish.CONTAINERS);
        assertThat(InfraWish.of("embedded", Map.of("INFRA_MODE", "containers")))
                .isEqualTo(InfraWish.EMBEDDED);
        assertThatThrownBy(() -> InfraWish.of("docker", Map.of()))
                .isInstanceOf(InfraMissing.class)
                .hasMessageContainingAll("containers, embedded, auto", "docker");
    }

    @Test
    void theEmbeddedPartsAreForOneKindOfMachine() {
        assertThat(EmbeddedParts.availability("Linux", "amd64")).isInstanceOf(There.class);
        assertThat(EmbeddedParts.availability("Linux", "aarch64")).isInstanceOf(NotThere.class);
        assertThat(EmbeddedParts.availability("Mac OS X", "amd64")).isInstanceOf(NotThere.class);
    }

    private static Availability notAsked() {
        throw new AssertionError("nobody needed to know");
    }
}
