package org.whitelane.notification.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {

    @ParameterizedTest
    @CsvSource({
        "li.na@subscriber.example, li.na@subscriber.example",
        "A+b_c-d'e@X.Example, A+b_c-d'e@x.example",
        "a@例子.测试, a@xn--fsqu00a.xn--0zwm56d",
        "a@bücher.example, a@xn--bcher-kva.example",
        "a@1.2.3.example, a@1.2.3.example"
    })
    void keepsWhatCanBeSentTo(String written, String kept) {
        assertThat(EmailAddress.parse(written).value()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "@example.org",
                "a@",
                "a@example",
                "a@.example",
                "a@example.",
                "a@exa mple.org",
                "a @example.org",
                " a@example.org",
                "a@example.org ",
                "a@@example.org",
                "a@b@example.org",
                ".a@example.org",
                "a.@example.org",
                "a..b@example.org",
                "\"a b\"@example.org",
                "Li Na <a@example.org>",
                "a@example.org,b@example.org",
                "a@example.org;b",
                "李娜@example.org",
                "a@-example.org",
                "a@example-.org",
                "a@exa_mple.org",
                "a@127.0.0.1",
                "a@[127.0.0.1]",
                "a@example.org\r\nBcc: b@example.org",
                "a\r\nBcc: b@example.org",
                "a@example.org\n",
                "a@example\u0000.org",
                "a@example.org\u2028"
            })
    void refusesWhatIsNotPlainlyOneAddress(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmailAddress.parse(written))
                .withMessageNotContaining("Bcc");
    }

    @Test
    void measuresLengthInItsStoredForm() {
        var label = "a".repeat(63);
        var domain = "%s.%s.%s".formatted(label, label, label);
        assertThat(EmailAddress.parse("a".repeat(62) + "@" + domain).value()).hasSize(254);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmailAddress.parse("a".repeat(63) + "@" + domain));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmailAddress.parse("a".repeat(65) + "@example.org"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmailAddress.parse("a@" + "例".repeat(60) + ".example"));
    }

    @Test
    void doesNotShowItselfInLogs() {
        assertThat(EmailAddress.parse("li.na@subscriber.example"))
                .asString()
                .doesNotContain("li.na");
    }
}
