package org.whitelane.whitelist.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.whitelane.whitelist.request.Cases.deliberation;
import static org.whitelane.whitelist.request.Cases.in;
import static org.whitelane.whitelist.request.Cases.opinion;
import static org.whitelane.whitelist.support.Fixtures.AGENCIES;
import static org.whitelane.whitelist.support.Fixtures.TODAY;
import static org.whitelane.whitelist.support.Fixtures.agency;
import static org.whitelane.whitelist.support.Fixtures.applicant;
import static org.whitelane.whitelist.support.Fixtures.article;
import static org.whitelane.whitelist.support.Fixtures.beijing;
import static org.whitelane.whitelist.support.Fixtures.content;
import static org.whitelane.whitelist.support.Fixtures.dextran;
import static org.whitelane.whitelist.support.Fixtures.enterprise;
import static org.whitelane.whitelist.support.Fixtures.members;
import static org.whitelane.whitelist.support.Fixtures.office;
import static org.whitelane.whitelist.support.Fixtures.officer;
import static org.whitelane.whitelist.support.Fixtures.reviewer;

import org.junit.jupiter.api.Test;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.party.PartyKnowledge;
import org.whitelane.whitelist.request.Opinion.ItemOpinion;
import org.whitelane.whitelist.request.Opinion.Kind;
import org.whitelane.whitelist.request.Outcome.Accepted;
import org.whitelane.whitelist.request.RequestCommand.GiveOpinion;
import org.whitelane.whitelist.request.RequestCommand.Recognise;
import org.whitelane.whitelist.request.Ruling.ItemRuling;
import org.whitelane.whitelist.request.Ruling.Resolution;
import org.whitelane.whitelist.request.Ruling.Result;
import org.whitelane.whitelist.scheme.Governance;
import org.whitelane.whitelist.scheme.PilotScheme;
import org.whitelane.whitelist.scheme.PilotScheme.Duty;
import org.whitelane.whitelist.scheme.PilotScheme.Level;
import org.whitelane.whitelist.scheme.PilotScheme.Member;
import org.whitelane.whitelist.scheme.RequestKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Several articles, several rounds, several levels. */
class JointReviewTests {

    private static final Resolution MEETING = new Resolution("minutes 3", "settled in a meeting");

    @Test
    void recognisesUnderTheConditionsOfEveryMember() {
        var request = agreed(two());
        request = opine(request, "CUSTOMS", Kind.AGREE, on(0, Kind.AGREE, "this office only"));
        request = opine(request, "MPA", Kind.AGREE, on(0, Kind.AGREE, "own use"));

        var recognised =
                accepted(
                        request,
                        office(),
                        new Recognise(
                                List.of(
                                        new ItemRuling(
                                                0, Result.RECOGNISED, List.of("one year"), null)),
                                null,
                                null));

        assertThat(recognised.recognisedItems())
                .extracting(RecognisedItem::place, RecognisedItem::conditions)
                .containsExactly(
                        tuple(0, List.of("this office only", "own use", "one year")),
                        tuple(1, List.of()));
    }

    @Test
    void publishesOnlyWhatWasRecognised() {
        var request = agreed(two());

        var recognised =
                accepted(request, office(), new Recognise(List.of(Cases.refused(1)), null, null));

        assertThat(recognised.status()).isEqualTo(RequestStatus.RECOGNISED);
        assertThat(recognised.recognisedItems())
                .extracting(item -> item.article().nameEn())
                .containsExactly("Dextran");
    }

    @Test
    void rejectsARequestOfWhichNothingIsRecognised() {
        var all = List.of(Cases.refused(0), Cases.refused(1));

        assertThat(findings(agreed(two()), office(), new Recognise(all, null, null)))
                .extracting(Finding::pointer)
                .containsExactly("/remedy");
        var rejected = accepted(agreed(two()), office(), new Recognise(all, null, "appeal"));
        assertThat(rejected.status()).isEqualTo(RequestStatus.REJECTED);
        assertThat(rejected.recognisedItems()).isEmpty();
    }

    @Test
    void needsAMeetingWhereOneArticleIsNotAgreed() {
        var request =
                opine(
                        agreed(two()),
                        "CUSTOMS",
                        Kind.AGREE,
                        new ItemOpinion(1, Kind.DISAGREE, List.of(), "not in the catalogue"));

        var refused = refused(request, office(), new Recognise());
        assertThat(refused.code()).isEqualTo(Refusal.NOT_ALL_AGREED);
        assertThat(refused.detail()).contains("CUSTOMS").contains("article 1");
        // what is not agreed can be refused alone
        assertThat(
                        accepted(
                                        request,
                                        office(),
                                        new Recognise(List.of(Cases.refused(1)), null, null))
                                .recognisedItems())
                .hasSize(1);
        var resolved = accepted(request, office(), new Recognise(List.of(), MEETING, null));
        assertThat(resolved.recognisedItems()).hasSize(2);
        assertThat(resolved.lastStep(RequestAction.RECOGNISE).orElseThrow().ruling())
                .extracting(Ruling::resolution)
                .isEqualTo(MEETING);
    }

    @Test
    void letsNoMeetingReplaceAnOpinion() {
        assertThat(
                        refused(
                                        in(RequestStatus.JOINT_REVIEW),
                                        office(),
                                        new Recognise(List.of(), MEETING, null))
                                .code())
                .isEqualTo(Refusal.OPINIONS_MISSING);
    }

    @Test
    void tellsEveryFaultOfARulingAtOnce() {
        var lines =
                List.of(
                        new ItemRuling(0, Result.REFUSED, List.of(), " "),
                        Cases.refused(0),
                        Cases.refused(2));

        assertThat(findings(agreed(two()), office(), new Recognise(lines, null, null)))
                .extracting(Finding::pointer, Finding::code)
                .containsExactly(
                        tuple("/items/0/reason", "required"),
                        tuple("/items/1/article", "article-once"),
                        tuple("/items/2/article", "no-such-article"));
    }

    @Test
    void tellsEveryFaultOfAnOpinionAtOnce() {
        var command =
                new GiveOpinion(
                        Kind.AGREE,
                        null,
                        List.of(
                                new ItemOpinion(0, Kind.NEED_MORE, List.of(), null),
                                new ItemOpinion(7, Kind.AGREE, List.of(), null)),
                        List.of("a report"));

        assertThat(findings(in(RequestStatus.JOINT_REVIEW), reviewer("CUSTOMS"), command))
                .extracting(Finding::pointer, Finding::code)
                .containsExactly(
                        tuple("/needs", "not-needed"),
                        tuple("/items/0/reason", "required"),
                        tuple("/items/0/opinion", "whole-first"),
                        tuple("/items/1/article", "no-such-article"));
    }

    @Test
    void letsAnOpinionBeChangedUntilTheRecognition() {
        var request = Cases.agreed();

        var changed = opine(request, "CUSTOMS", Kind.DISAGREE);

        assertThat(changed.opinions()).hasSize(AGENCIES.size() + 1);
        assertThat(changed.standing()).hasSize(AGENCIES.size());
        assertThat(refused(changed, office(), new Recognise()).code())
                .isEqualTo(Refusal.NOT_ALL_AGREED);
        assertThat(
                        accepted(opine(changed, "CUSTOMS", Kind.AGREE), office(), new Recognise())
                                .status())
                .isEqualTo(RequestStatus.RECOGNISED);
    }

    @Test
    void waitsForMoreInSeveralRounds() {
        var asked = opine(opine(Cases.agreed(), "CUSTOMS", Kind.NEED_MORE), "MPA", Kind.NEED_MORE);
        assertThat(asked.status()).isEqualTo(RequestStatus.SUPPLEMENT);

        var supplied = accepted(asked, applicant(), new RequestCommand.Supply());

        assertThat(supplied.status()).isEqualTo(RequestStatus.JOINT_REVIEW);
        assertThat(Verdict.of(supplied, deliberation().scheme()).missing())
                .containsExactly("MPA", "CUSTOMS");
        var again = opine(opine(supplied, "MPA", Kind.AGREE), "CUSTOMS", Kind.NEED_MORE);
        assertThat(again.status()).isEqualTo(RequestStatus.SUPPLEMENT);
        var second = accepted(again, applicant(), new RequestCommand.Supply());
        assertThat(
                        accepted(opine(second, "CUSTOMS", Kind.AGREE), office(), new Recognise())
                                .status())
                .isEqualTo(RequestStatus.RECOGNISED);
    }

    @Test
    void goesOnWhenTheLastWhoAskedNoLongerDoes() {
        var asked = opine(opine(Cases.agreed(), "CUSTOMS", Kind.NEED_MORE), "MPA", Kind.NEED_MORE);

        var one = opine(asked, "MPA", Kind.AGREE);
        assertThat(one.status()).isEqualTo(RequestStatus.SUPPLEMENT);
        assertThat(opine(one, "CUSTOMS", Kind.AGREE).status())
                .isEqualTo(RequestStatus.JOINT_REVIEW);
    }

    /** Who judged other articles judges these anew; who only got more papers need not. */
    @Test
    void asksEverybodyAgainWhenTheArticlesChanged() {
        var asked = opine(Cases.agreed(), "CUSTOMS", Kind.NEED_MORE);

        var same = accepted(asked, applicant(), revision(dextran()));
        assertThat(same.standing()).hasSize(AGENCIES.size());
        var other =
                accepted(asked, applicant(), revision(article(Map.of("specification", "other"))));
        assertThat(other.standing()).extracting(Opinion::agencyRole).containsExactly("CUSTOMS");
        var supplied = accepted(other, applicant(), new RequestCommand.Supply());
        assertThat(supplied.standing()).isEmpty();
    }

    @Test
    void looksAtTheRulesAgainWhenSupplied() {
        var asked = opine(Cases.agreed(), "CUSTOMS", Kind.NEED_MORE);
        var forbidden = accepted(asked, applicant(), revision(article(Map.of("use", "SALE"))));

        var refused = refused(forbidden, applicant(), new RequestCommand.Supply());

        assertThat(refused.code()).isEqualTo(Refusal.RULE_REFUSED);
        assertThat(refused.findings()).extracting(Finding::pointer).contains("/articles/0/use");
    }

    @Test
    void extendsOnceAndBeforeTheEnd() {
        var extended =
                accepted(in(RequestStatus.JOINT_REVIEW), office(), new RequestCommand.Extend("x"));
        assertThat(extended.status()).isEqualTo(RequestStatus.JOINT_REVIEW);
        assertThat(refused(extended, office(), new RequestCommand.Extend("y")).code())
                .isEqualTo(Refusal.EXTENDED_BEFORE);

        var at = deliberation();
        var late =
                new Deliberation(
                        at.scheme(),
                        at.members(),
                        Ties.NONE,
                        at.party(),
                        at.listed(),
                        at.clock(),
                        TODAY.plusDays(200),
                        _ -> true,
                        null);
        assertThat(
                        RequestDecider.decide(
                                in(RequestStatus.JOINT_REVIEW),
                                new RequestCommand.Extend("x"),
                                office(),
                                late))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(Refusal.PERIOD_OVER));
    }

    @Test
    void recommendsLevelByLevel() {
        var scheme = threeLevels();
        var at = deliberation(scheme, new PartyKnowledge.Known(enterprise()));
        var county = officer("c", agency("S_AND_T_HAIDIAN"), "DISTRICT_REVIEWER");
        var city = officer("d", agency("CITY"), "DISTRICT_REVIEWER");
        var accepted = in(RequestStatus.ACCEPTED);
        var recommend = new RequestCommand.Recommend();

        assertThat(code(RequestDecider.decide(accepted, recommend, city, at)))
                .isEqualTo(Refusal.OTHER_LEVEL);
        assertThat(new Standing(accepted, members(scheme), city, Ties.NONE).allowed()).isEmpty();
        var first = ((Accepted) RequestDecider.decide(accepted, recommend, county, at)).request();
        assertThat(first.nextLevel(scheme.governance())).contains(Level.MUNICIPAL);
        assertThat(code(RequestDecider.decide(first, recommend, county, at)))
                .isEqualTo(Refusal.OTHER_LEVEL);
        var open = new RequestCommand.OpenJointReview();
        assertThat(code(RequestDecider.decide(first, open, office(), at)))
                .isEqualTo(Refusal.RECOMMENDATION_MISSING);
        var second = (Accepted) RequestDecider.decide(first, recommend, city, at);
        assertThat(second.facts())
                .first()
                .isInstanceOfSatisfying(
                        RequestFact.Recommended.class,
                        fact -> assertThat(fact.level()).isEqualTo(Level.MUNICIPAL));
        assertThat(code(RequestDecider.decide(second.request(), recommend, city, at)))
                .isEqualTo(Refusal.ALREADY_RECOMMENDED);
        assertThat(RequestDecider.decide(second.request(), open, office(), at))
                .isInstanceOf(Accepted.class);
    }

    private static PilotScheme threeLevels() {
        var two = beijing();
        var governance = two.governance();
        var members = new ArrayList<>(governance.members());
        members.add(new Member("CITY", "市", "City", List.of(Duty.RECOMMEND), Level.MUNICIPAL));
        return new PilotScheme(
                two.code(),
                two.version(),
                two.name(),
                two.policy(),
                two.granularity(),
                new Governance(
                        governance.lead(),
                        governance.intake(),
                        members,
                        List.of(Level.DISTRICT, Level.MUNICIPAL, Level.PROVINCIAL),
                        governance.cadence(),
                        governance.deemedAcceptance(),
                        governance.deemedRenewal()),
                two.admission(),
                two.effects(),
                two.deadlines(),
                two.sources());
    }

    private static WhitelistRequest two() {
        return in(RequestStatus.JOINT_REVIEW)
                .withContent(
                        content(
                                dextran(),
                                article(Map.of("nameEn", "Mannitol", "casNumber", "69-65-8"))));
    }

    private static WhitelistRequest agreed(WhitelistRequest request) {
        var judged = request;
        for (var role : AGENCIES) {
            judged = judged.withOpinion(opinion(role, Kind.AGREE), TODAY);
        }
        return judged;
    }

    private static ItemOpinion on(int article, Kind kind, String condition) {
        return new ItemOpinion(article, kind, List.of(condition), null);
    }

    private static RequestCommand revision(Article article) {
        var wanted = content(article);
        return new RequestCommand.Revise(
                new RequestWish(
                        "TJ-2022",
                        RequestKind.NEW,
                        wanted.items(),
                        List.of(),
                        wanted.project(),
                        wanted.responsiblePerson(),
                        wanted.commitmentSignedOn()));
    }

    private static WhitelistRequest opine(
            WhitelistRequest request, String role, Kind kind, ItemOpinion... items) {
        return accepted(
                request,
                reviewer(role),
                new GiveOpinion(kind, "because", List.of(items), List.of()));
    }

    private static WhitelistRequest accepted(
            WhitelistRequest request, Officer officer, RequestCommand command) {
        var outcome = RequestDecider.decide(request, command, officer, deliberation());
        assertThat(outcome).isInstanceOf(Accepted.class);
        return ((Accepted) outcome).request();
    }

    private static Outcome.Refused refused(
            WhitelistRequest request, Officer officer, RequestCommand command) {
        var outcome = RequestDecider.decide(request, command, officer, deliberation());
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return (Outcome.Refused) outcome;
    }

    private static List<Finding> findings(
            WhitelistRequest request, Officer officer, RequestCommand command) {
        return refused(request, officer, command).findings();
    }

    private static Refusal code(Outcome outcome) {
        return ((Outcome.Refused) outcome).code();
    }
}
