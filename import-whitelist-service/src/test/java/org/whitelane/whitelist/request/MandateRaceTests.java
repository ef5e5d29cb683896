package org.whitelane.whitelist.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whitelane.whitelist.support.Mandating.onBehalfOf;
import static org.whitelane.whitelist.support.Table.draft;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.whitelane.testing.Infra;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.Mandating;
import org.whitelane.whitelist.support.Race;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.WhitelistApi.Answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/**
 * A mandate ends while its agent acts: over HTTP and real connections, off at a barrier. There is
 * one order, and after the answer to the end nothing is done by it.
 */
class MandateRaceTests extends ServiceTestBase {

    private static final Map<String, Object> WISH = draft("Dextran", "9004-54-0");

    private Mandating mandating;

    @BeforeEach
    void takePen() {
        mandating = new Mandating(api);
    }

    /** An act that was answered, and when it began. */
    private record Act(long began, Answer answer) {}

    @RepeatedTest(3)
    void lastsUntilTheAnswerAndNoLonger() {
        var unit = table.enterprise("示例竞甲（虚构）");
        var cro = table.enterprise("示例竞研甲（虚构）");
        var mandate = mandating.give(unit, cro, "DRAFT", "SUBMIT");
        var first = api.draft(cro, onBehalfOf(unit, WISH)).expect(201).text("id");
        var second = api.draft(cro, onBehalfOf(unit, WISH)).expect(201).text("id");
        var running = new CountDownLatch(3);
        var revoked = new long[1];

        var courses =
                Race.<List<Act>>run(
                        () -> untilRefused(running, () -> revise(cro, first)),
                        () -> untilRefused(running, () -> revise(cro, second)),
                        () -> untilRefused(running, () -> api.draft(cro, onBehalfOf(unit, WISH))),
                        () -> {
                            running.await();
                            var answer = mandating.revoke(unit, mandate).expect(200);
                            revoked[0] = System.nanoTime();
                            return List.of(new Act(0, answer));
                        });

        for (var course : courses.subList(0, 3)) {
            assertThat(course).hasSizeGreaterThan(1);
            assertThat(course.getLast().answer().code()).isIn("not-found", "no-mandate");
            assertThat(course.subList(0, course.size() - 1))
                    .as("what was done had begun before the answer")
                    .allSatisfy(act -> assertThat(act.began()).isLessThan(revoked[0]));
        }
        // the mandate's row orders their journal entries as it ordered them
        assertThat(lastActBy(mandate)).isLessThan(entryOfTheEndOf(mandate));
    }

    private List<Act> untilRefused(CountDownLatch running, Supplier<Answer> act) {
        var course = new ArrayList<Act>();
        do {
            var began = System.nanoTime();
            course.add(new Act(began, act.get()));
            running.countDown();
        } while (course.getLast().answer().status() < 300);
        return course;
    }

    private Answer revise(Officer cro, String request) {
        return api.put(cro, "/requests/" + request, WISH);
    }

    @RepeatedTest(5)
    void isEitherBeforeTheSubmissionOrAfterIt() {
        var unit = table.enterprise("示例竞乙（虚构）");
        var cro = table.enterprise("示例竞研乙（虚构）");
        var mandate = mandating.give(unit, cro, "DRAFT", "SUBMIT");
        var request = api.draft(cro, onBehalfOf(unit, WISH)).expect(201).text("id");

        var answers =
                Race.run(
                        () -> api.move(cro, request, "submission"),
                        () -> mandating.revoke(unit, mandate));

        answers.getLast().expect(200);
        var after = api.get(unit, "/requests/" + request).expect(200);
        if (answers.getFirst().status() == 200) {
            assertThat(after.text("status")).isEqualTo("SUBMITTED");
            assertThat(after.body().at("/steps/0/mandate").asString()).isEqualTo(mandate);
            assertThat(lastActBy(mandate)).isLessThan(entryOfTheEndOf(mandate));
        } else {
            assertThat(answers.getFirst().code()).isEqualTo("not-found");
            assertThat(after.text("status")).isEqualTo("DRAFT");
        }
        assertThat(api.move(cro, request, "withdrawal").code()).isEqualTo("not-found");
        api.move(unit, request, "withdrawal").expect(200);
    }

    /** Suspended on the registry's word, which takes the same lock as the act. */
    @RepeatedTest(2)
    void doesNotDeadlockWithTheRegistry() {
        var unit = table.enterprise("示例竞丙（虚构）");
        var cro = table.enterprise("示例竞研丙（虚构）");
        mandating.give(unit, cro, "DRAFT", "SUBMIT");
        mandating.give(cro, unit, "DRAFT", "SUBMIT");
        var theirs = api.draft(cro, onBehalfOf(unit, WISH)).expect(201).text("id");
        var ours = api.draft(unit, onBehalfOf(cro, WISH)).expect(201).text("id");

        var answers =
                Race.run(
                        () -> api.move(cro, theirs, "submission"),
                        () -> api.move(unit, ours, "submission"),
                        () -> renamed(unit),
                        () -> renamed(cro));

        assertThat(answers.subList(0, 2))
                .extracting(Answer::status)
                .as("neither of them waits for the other for ever")
                .containsOnly(200);
        await().untilAsserted(
                        () ->
                                assertThat(
                                                api.draft(cro, onBehalfOf(unit, WISH))
                                                        .expect(201)
                                                        .status())
                                        .isEqualTo(201));
    }

    private Answer renamed(Officer party) {
        registry.change(id(party), "示例竞新名（虚构）", "ENTERPRISE", "120116", "ACTIVE");
        return api.get(party, "/requests");
    }

    private static long lastActBy(String mandate) {
        return auditor()
                .sql(
                        """
                        select max(e.id) from journal_entry e join journal_private p on p.entry_id = e.id
                        where convert_from(p.body, 'UTF8') like :mandate
                          and e.type not like '%.mandate-%'
                        """)
                .param("mandate", "%\"mandate\":\"" + mandate + "\"%")
                .query(Long.class)
                .single();
    }

    private static long entryOfTheEndOf(String mandate) {
        return auditor()
                .sql(
                        """
                        select id from journal_entry
                        where subject = :mandate and type = 'org.whitelane.whitelist.mandate-revoked.v1'
                        """)
                .param("mandate", mandate)
                .query(Long.class)
                .single();
    }

    private static JdbcClient auditor() {
        var database = Infra.database("whitelist");
        var role = database.auditor();
        return JdbcClient.create(
                new DriverManagerDataSource(database.url(), role.username(), role.password()));
    }
}
