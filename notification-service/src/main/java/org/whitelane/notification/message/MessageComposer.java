package org.whitelane.notification.message;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.whitelane.notification.alert.Alert;
import org.whitelane.notification.message.Letter.Fact;
import org.whitelane.notification.message.Letter.Link;
import org.whitelane.notification.subscription.MailLocale;

import java.util.List;
import java.util.stream.Stream;

/** Puts an alert into the reader's words. The words are in {@code mail*.properties}. */
@Component
public class MessageComposer {

    private final MessageSource words;
    private final Links links;

    MessageComposer(MessageSource words, Links links) {
        this.words = words;
        this.links = links;
    }

    public Letter confirmation(MailLocale locale, String token) {
        var say = new Voice(words, locale.locale());
        return new Letter(
                locale,
                say.say("confirmation.subject"),
                say.say("confirmation.opening"),
                List.of(),
                new Link(say.say("confirmation.action"), links.confirm(token)),
                say.say("confirmation.footer"),
                null);
    }

    public Letter about(Alert alert, MailLocale locale, String unsubscribeToken) {
        var say = new Voice(words, locale.locale());
        return switch (alert) {
            case Alert.BatchPublished batch -> batch(batch, locale, say, unsubscribeToken);
            case Alert.IndRecorded ind -> ind(ind, locale, say, unsubscribeToken);
            case Alert.IndCorrected corrected ->
                    corrected(corrected, locale, say, unsubscribeToken);
            case Alert.IndRevoked revoked -> revoked(revoked, locale, say, unsubscribeToken);
        };
    }

    private Letter batch(Alert.BatchPublished batch, MailLocale locale, Voice say, String token) {
        var scheme = locale == MailLocale.ZH_CN ? batch.schemeNameZh() : batch.schemeNameEn();
        var facts =
                List.of(
                        new Fact(say.say("batch.scheme"), scheme),
                        new Fact(say.say("batch.number"), Integer.toString(batch.number())),
                        new Fact(say.say("batch.document"), batch.decisionDocument()),
                        new Fact(say.say("batch.published"), batch.publishedOn()),
                        new Fact(
                                say.say("batch.organisations"),
                                Integer.toString(batch.organisations())),
                        new Fact(say.say("batch.entries"), Integer.toString(batch.entries())));
        return new Letter(
                locale,
                say.say("batch.subject", scheme, batch.number()),
                say.say("batch.opening", scheme, batch.number()),
                facts,
                new Link(say.say("batch.action"), links.publicList(batch.scheme())),
                say.say("alert.footer"),
                new Link(say.say("alert.unsubscribe"), links.unsubscribe(token)));
    }

    private Letter ind(Alert.IndRecorded ind, MailLocale locale, Voice say, String token) {
        var product = product(ind, locale);
        return register(
                locale,
                say,
                token,
                "ind",
                List.of(product, ind.acceptanceNumber()),
                facts(ind, product, say).toList(),
                ind.registrationId());
    }

    private Letter corrected(
            Alert.IndCorrected corrected, MailLocale locale, Voice say, String token) {
        var now = corrected.now();
        var product = product(now, locale);
        var why =
                Stream.of(
                        new Fact(say.say("correction.reason"), corrected.reason()),
                        new Fact(say.say("correction.source"), corrected.source()));
        return register(
                locale,
                say,
                token,
                "correction",
                List.of(product, now.acceptanceNumber()),
                Stream.concat(why, facts(now, product, say)).toList(),
                now.registrationId());
    }

    private Letter revoked(Alert.IndRevoked revoked, MailLocale locale, Voice say, String token) {
        var facts =
                Stream.of(
                                fact(say.say("revocation.reason"), revoked.reason()),
                                fact(say.say("revocation.source"), revoked.source()),
                                fact(say.say("revocation.since"), revoked.revokedOn()),
                                fact(say.say("ind.acceptance"), revoked.acceptanceNumber()),
                                fact(say.say("ind.notice"), revoked.noticeNumber()))
                        .flatMap(List::stream)
                        .toList();
        return register(
                locale,
                say,
                token,
                "revocation",
                List.of(revoked.acceptanceNumber()),
                facts,
                revoked.registrationId());
    }

    /** About a record of the register; which words it begins with says the key. */
    private Letter register(
            MailLocale locale,
            Voice say,
            String token,
            String key,
            List<String> named,
            List<Fact> facts,
            String registration) {
        return new Letter(
                locale,
                say.say(key + ".subject", named.toArray()),
                say.say(key + ".opening", named.toArray()),
                facts,
                new Link(say.say("ind.action"), links.registration(registration)),
                say.say("alert.footer"),
                new Link(say.say("alert.unsubscribe"), links.unsubscribe(token)));
    }

    private static String product(Alert.IndRecorded ind, MailLocale locale) {
        var english = ind.productEn();
        return locale == MailLocale.EN && english != null ? english : ind.productZh();
    }

    /** The name in the other language, if there is one. */
    private static @Nullable String otherName(Alert.IndRecorded ind, String product) {
        return product.equals(ind.productZh()) ? ind.productEn() : ind.productZh();
    }

    private static Stream<Fact> facts(Alert.IndRecorded ind, String product, Voice say) {
        var cellOrGene = ind.cellOrGeneTherapy();
        return Stream.of(
                        fact(say.say("ind.product"), product),
                        fact(say.say("ind.product.other"), otherName(ind, product)),
                        fact(say.say("ind.strength"), ind.strength()),
                        fact(say.say("ind.class"), ind.registrationClass()),
                        fact(say.say("ind.modality"), say.word("ind.modality", ind.modality())),
                        fact(
                                say.say("ind.cell-or-gene"),
                                cellOrGene == null ? null : say.say("word." + cellOrGene)),
                        fact(say.say("ind.sponsor"), ind.sponsor()),
                        fact(say.say("ind.decision"), say.word("ind.decision", ind.decision())),
                        fact(say.say("ind.acceptance"), ind.acceptanceNumber()),
                        fact(say.say("ind.notice"), ind.noticeNumber()),
                        fact(say.say("ind.accepted"), ind.acceptedOn()),
                        fact(say.say("ind.decided"), ind.decidedOn()),
                        fact(say.say("ind.announced"), ind.announcedOn()),
                        fact(say.say("ind.indications"), String.join("; ", ind.indications())))
                .flatMap(List::stream);
    }

    /** None for what is not known: an empty line tells nothing. */
    private static List<Fact> fact(String label, @Nullable String value) {
        return value == null || value.isBlank() ? List.of() : List.of(new Fact(label, value));
    }
}
