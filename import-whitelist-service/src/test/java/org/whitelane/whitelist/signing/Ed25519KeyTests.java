package org.whitelane.whitelist.signing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

class Ed25519KeyTests {

    /** RFC 8037 Appendix A.1 and A.3. */
    @Test
    void namesAKeyByItsThumbprint() {
        var key = new Ed25519Key("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");

        assertThat(key.thumbprint()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }

    @Test
    void takesEveryKeyThatThePlatformMakes() throws Exception {
        var generator = KeyPairGenerator.getInstance("Ed25519");
        for (var i = 0; i < 50; i++) {
            var der = generator.generateKeyPair().getPublic().getEncoded();
            var x = Base64Url.encode(Arrays.copyOfRange(der, der.length - 32, der.length));

            assertThat(Ed25519Key.refusal(x)).isEmpty();
            assertThat(new Ed25519Key(x).publicKey().getEncoded()).isEqualTo(der);
        }
    }

    /** All points of order 1, 2, 4 and 8, and their other sign. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000080",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000080",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa"
            })
    void refusesPointsForWhichAnybodyCanSign(String hex) {
        assertThat(Ed25519Key.refusal(encoded(hex)))
                .hasValueSatisfying(why -> assertThat(why).contains("small order"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // y = p, p + 1 and 2^255 - 1: another spelling of 0, 1 and 18
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                // y = 2 has no x
                "0200000000000000000000000000000000000000000000000000000000000000"
            })
    void refusesWhatIsNoPointInItsOneSpelling(String hex) {
        assertThat(Ed25519Key.refusal(encoded(hex))).contains("Is no point of Ed25519.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
                "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo",
                // other bits behind the last byte
                "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURp",
                "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcH"
            })
    void refusesOtherSpellings(String x) {
        assertThat(Ed25519Key.refusal(x))
                .hasValueSatisfying(why -> assertThat(why).contains("32 bytes"));
    }

    private static String encoded(String hex) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(HexFormat.of().parseHex(hex));
    }
}
