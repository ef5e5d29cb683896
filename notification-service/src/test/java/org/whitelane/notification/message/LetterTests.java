package org.whitelane.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whitelane.notification.Samples;
import org.whitelane.notification.alert.Alert;
import org.whitelane.notification.subscription.MailLocale;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;

class LetterTests {

    private final MessageComposer composer = Voices.composer();
    private final HtmlLetter html = Voices.html();

    @Test
    void tellsOfABatchInChinese() {
        var letter = composer.about(Samples.batch(), MailLocale.ZH_CN, "tok");
        assertThat(letter.subject()).isEqualTo("白名单：天津市生物医药研发用物品进口第 1 批已公布");
        assertThat(letter.text())
                .contains("决定文件: 津市监药〔2022〕1号\n")
                .contains("\nhttps://door.example/api/v1/whitelist/public/TJ-2022/entries\n")
                .contains("退订:\nhttps://door.example/mail/unsubscribe?token=tok\n");
        assertThat(html.of(letter))
                .contains("lang=\"zh-CN\"")
                .contains("href=\"https://door.example/mail/unsubscribe?token=tok\"");
    }

    @Test
    void tellsOfAnApprovalInEnglish() {
        var letter = composer.about(Samples.ind(), MailLocale.EN, "tok");
        assertThat(letter.subject())
                .isEqualTo(
                        "Clinical-trial approval recorded: Anti-PD-1 antibody for injection"
                                + " (CXSL2200037)");
        assertThat(letter.text())
                .contains("Strength: 100mg\n")
                .contains("Product (Chinese): 注射用某单抗\n")
                .contains("Registration class: 1\n")
                .contains("Kind: biological product\n")
                .contains("Cell or gene therapy: no\n")
                .contains("Announced on: 2022-05-10\n")
                .contains("Accepted on: 2022-01-21\n")
                .contains("Decided on: 2022-04\n")
                .contains("Decision: approved\n")
                .contains("You get this because");
    }

    /** Whoever was told something else finds what holds instead, all that a first mail tells. */
    @Test
    void tellsOfACorrectionWithTheFactsThatHold() {
        var now = Samples.ind();
        var corrected =
                new Alert.IndCorrected(
                        now.eventId(),
                        now.occurredAt(),
                        UUID.randomUUID(),
                        now,
                        "a typing error in the strength",
                        "CDE");

        var letter = composer.about(corrected, MailLocale.EN, "tok");

        assertThat(letter.subject()).startsWith("Corrected: ");
        assertThat(letter.text())
                .contains("What was wrong: a typing error in the strength\n")
                .contains("Strength: 100mg\n")
                .contains("Accepted on: 2022-01-21\n")
                .contains("Indications: 晚期实体瘤\n");
    }

    @ParameterizedTest
    @EnumSource(MailLocale.class)
    void asksForConfirmationWithoutOfferingToUnsubscribe(MailLocale locale) {
        var letter = composer.confirmation(locale, "tok");
        assertThat(letter.text())
                .contains("\nhttps://door.example/mail/confirm?token=tok\n")
                .doesNotContain("unsubscribe");
        assertThat(html.of(letter)).doesNotContain("unsubscribe");
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        var ind = Samples.ind();
        var bare =
                new Alert.IndRecorded(
                        ind.eventId(),
                        ind.occurredAt(),
                        "id",
                        "CXSL2200037",
                        null,
                        "产品",
                        null,
                        null,
                        null,
                        null,
                        null,
                        "申请人",
                        "REVOKED",
                        List.of(),
                        null,
                        null,
                        null);
        var text = composer.about(bare, MailLocale.EN, "tok").text();
        assertThat(text).contains("Product: 产品").contains("Decision: REVOKED");
        assertThat(text)
                .doesNotContain("Strength")
                .doesNotContain("(Chinese)")
                .doesNotContain("Kind")
                .doesNotContain("therapy")
                .doesNotContain("Approval notice")
                .doesNotContain("Indications");
    }

    @Test
    void escapesWhatOthersWrote() {
        for (var alert : Samples.with("<script>alert('{0}')</script>")) {
            assertThat(html.of(composer.about(alert, MailLocale.EN, "tok")))
                    .doesNotContain("<script")
                    .contains("&lt;script&gt;");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail", "pages"})
    void hasEveryWordInBothLanguages(String bundle) throws IOException {
        assertThat(words(bundle + "_zh").keySet()).isEqualTo(words(bundle).keySet());
    }

    @Test
    void namesTheSameMessageTheSameWay() {
        var event = new UUID(1, 2);
        var subscription = new UUID(3, 4);
        var id = MessageId.of(event, subscription, Template.ALERT, "whitelane.example");
        assertThat(id)
                .isEqualTo(MessageId.of(event, subscription, Template.ALERT, "whitelane.example"))
                .matches("<[0-9a-f]{32}@whitelane\\.example>")
                .isNotEqualTo(
                        MessageId.of(subscription, event, Template.ALERT, "whitelane.example"))
                .isNotEqualTo(
                        MessageId.of(
                                event, subscription, Template.CONFIRMATION, "whitelane.example"));
    }

    @Test
    void putsHeaderTextOnOneLine() {
        assertThat(HeaderText.of("a\r\nBcc: b\u2028c\u0085d\u0000e\u202Ef"))
                .isEqualTo("a Bcc: b c d e f");
        assertThat(HeaderText.of("𠀀".repeat(300)).codePointCount(0, 401)).isEqualTo(201);
    }

    private static Properties words(String bundle) throws IOException {
        try (var in = LetterTests.class.getResourceAsStream("/" + bundle + ".properties")) {
            var words = new Properties();
            words.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
            return words;
        }
    }
}
