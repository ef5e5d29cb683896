package org.whitelane.registry.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.whitelane.chassis.security.Role;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

class CredentialTests {

    @Test
    void secretsAre256BitsAndNeverTheSame() {
        var secrets = IntStream.range(0, 1_000).mapToObj(i -> Secret.random()).toList();
        assertThat(secrets).doesNotHaveDuplicates().allMatch(s -> s.matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    void onlyTheRightSecretMatches() {
        var secret = Secret.random();
        var hash = Secret.hash(secret);
        assertThat(hash).matches("[0-9a-f]{64}").doesNotContain(secret);
        assertThat(Secret.matches(secret, hash)).isTrue();
        assertThat(Secret.matches(secret + "x", hash)).isFalse();
        assertThat(Secret.matches("", hash)).isFalse();
        assertThat(Secret.matches(hash, hash)).isFalse();
    }

    @Test
    void neitherSecretNorHashIsPrinted() {
        var secret = Secret.random();
        var credential = Credential.issue("c", secret, new Wanted(null, List.of(Role.REGISTRAR)));
        assertThat(new Issuance.Issued(credential, secret).toString())
                .doesNotContain(secret)
                .doesNotContain(Secret.hash(secret));
    }

    @ParameterizedTest
    @EnumSource
    void anOfficerOfAPartyActsForOne(Role role) {
        var somebody = UUID.randomUUID();
        assertThat(new Wanted(somebody, List.of(role)).organisation()).isEqualTo(somebody);
        if (Credential.needsOrganisation(role)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Wanted(null, List.of(Role.REGISTRAR, role)));
        } else {
            assertThat(new Wanted(null, List.of(role)).organisation()).isNull();
        }
    }

    @Test
    void revokingKeepsWhoItWas() {
        var before =
                Credential.issue(
                        "c", "s", new Wanted(UUID.randomUUID(), List.of(Role.CUSTOMS_OFFICER)));
        var after = before.revoke();
        assertThat(before.isActive()).isTrue();
        assertThat(after.isActive()).isFalse();
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("status", "version")
                .isEqualTo(before);
    }
}
