package org.whitelane.whitelist.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whitelane.whitelist.support.Table.article;
import static org.whitelane.whitelist.support.Table.draftUnder;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.support.AbstractApplicationContext;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.Fixtures;
import org.whitelane.whitelist.support.Race;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.Table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The suite closes what a banned unit had begun, draft by draft, and dies on the way. */
class DraftClosingTests extends ServiceTestBase {

    private static final String SCHEME = "BJ-2022";

    @Autowired private DraftClosingJob job;
    @Autowired private AbstractApplicationContext context;

    private final Crash crash = new Crash();
    private Table beijing;
    private Officer unit;

    @BeforeEach
    void layTheTable() {
        beijing = new Table(api, registry, Fixtures.beijing());
        unit = beijing.enterprise("示例草稿（虚构）", "110108");
        context.addApplicationListener(crash);
    }

    @AfterEach
    void noMoreCrashes() {
        context.removeApplicationListener(crash);
    }

    @Test
    void closesWhatWasThereWhenTheUnitWasBanned() {
        var entries = published("Dextran", "9004-54-0");
        var drafts =
                Stream.of("Sucrose,57-50-1", "Glycine,56-40-6", "Mannitol,69-65-8")
                        .map(text -> draft(unit, text.split(",")))
                        .toList();
        var returning = api.draft(unit, withdrawal(entries)).expect(201).text("id");
        var asked = beijing.request(unit, wish("Maltose", "69-79-4"), "SUBMITTED");
        var innocent = draft(beijing.enterprise("示例旁人（虚构）", "110108"), "Maltose", "69-79-4");
        var elsewhere = table.request(unit, Table.draft("Maltose", "69-79-4"), "DRAFT");
        ban(entries);
        var later = draft(unit, "Lactose", "63-42-3");

        crash.atWithdrawal(2);
        job.run();
        assertThat(drafts).filteredOn(id -> withdrawn(id)).as("whole steps only").hasSize(1);
        Race.run(this::run, this::run);
        run();

        assertThat(drafts)
                .allSatisfy(
                        id -> {
                            var closed = api.get(unit, "/requests/" + id).expect(200);
                            assertThat(closed.text("status")).isEqualTo("WITHDRAWN");
                            assertThat(closed.raw().body())
                                    .contains("NOT_BANNED of BJ-2022 version 1");
                        });
        assertThat(status(returning)).as("a right can be given back").isEqualTo("DRAFT");
        assertThat(status(asked)).as("who decides is told of the ban").isEqualTo("SUBMITTED");
        assertThat(status(later)).as("drafted for afterwards").isEqualTo("DRAFT");
        assertThat(status(elsewhere)).as("another scheme").isEqualTo("DRAFT");
        assertThat(
                        api.get(
                                        new Officer("nobody", null, Set.of("AUDITOR")),
                                        "/requests/" + innocent)
                                .status())
                .as("drafts are nobody's business")
                .isEqualTo(404);
    }

    /**
     * A ban that is lifted before anybody looked closes nothing; and only once it can be lifted.
     */
    @Test
    void leavesTheDraftsOfWhoIsBannedNoMore() {
        var entries = published("Dextran", "9004-54-0");
        var draft = draft(unit, "Sucrose", "57-50-1");
        ban(entries);
        var ban = api.get(unit, "/bans").expect(200).body().at("/items/0/id").asString();
        lift(ban, 200);
        lift(ban, 409);

        run();

        assertThat(status(draft)).isEqualTo("DRAFT");
        var list = "/admin/illegal-moves?aggregate=BAN&object=" + ban;
        var operator = new Officer("operator", null, Set.of("OPERATOR"));
        await().until(() -> !api.get(operator, list).body().path("items").isEmpty());
        var move = api.get(operator, list).body().at("/items/0");
        assertThat(move.path("status").asString()).isEqualTo("LIFTED");
        assertThat(move.path("move").asString()).isEqualTo("lift");
    }

    private void lift(String ban, int status) {
        var why = Map.of("reason", "appeal upheld");
        api.post(beijing.office(), "/bans/" + ban + "/lifting", why).expect(status);
    }

    private boolean run() {
        job.run();
        return true;
    }

    private void ban(List<String> entries) {
        var why = Map.of("reason", "sold on (invented)");
        api.post(beijing.office(), "/entries/" + entries.getFirst() + "/revocation", why)
                .expect(200);
    }

    private boolean withdrawn(String request) {
        return status(request).equals("WITHDRAWN");
    }

    private String status(String request) {
        return api.get(unit, "/requests/" + request).expect(200).text("status");
    }

    private String draft(Officer officer, String... article) {
        return beijing.request(officer, wish(article[0], article[1]), "DRAFT");
    }

    private static Map<String, Object> wish(String nameEn, String cas) {
        return draftUnder(SCHEME, article(nameEn, cas));
    }

    private static Map<String, Object> withdrawal(List<String> entries) {
        var wish = new HashMap<>(draftUnder(SCHEME));
        wish.put("kind", "WITHDRAW_LISTING");
        wish.remove("articles");
        wish.put("entries", entries);
        return wish;
    }

    private List<String> published(String nameEn, String cas) {
        var request = beijing.request(unit, wish(nameEn, cas), "RECOGNISED");
        return api.publishUnder(SCHEME, beijing.office(), request)
                .expect(201)
                .body()
                .path("entries")
                .valueStream()
                .map(line -> line.path("id").asString())
                .toList();
    }

    /** Ends one transaction in its middle, as the end of the process would. */
    private static final class Crash
            implements ApplicationListener<PayloadApplicationEvent<RequestChanged>> {

        private final AtomicInteger left = new AtomicInteger();

        void atWithdrawal(int number) {
            left.set(number);
        }

        @Override
        public void onApplicationEvent(PayloadApplicationEvent<RequestChanged> changed) {
            if (changed.getPayload().fact() instanceof RequestFact.Withdrawn
                    && left.get() > 0
                    && left.decrementAndGet() == 0) {
                throw new IllegalStateException("the process dies here");
            }
        }
    }
}
