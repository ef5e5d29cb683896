package org.whitelane.whitelist.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whitelane.whitelist.support.Table.article;
import static org.whitelane.whitelist.support.Table.draft;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.whitelane.events.BatchEvent.BatchPublished;
import org.whitelane.testing.Infra;
import org.whitelane.whitelist.support.BatchTable;
import org.whitelane.whitelist.support.Download;
import org.whitelane.whitelist.support.Imports;
import org.whitelane.whitelist.support.RecordedEvents;
import org.whitelane.whitelist.support.RegistryTopic;
import org.whitelane.whitelist.support.ServiceProcess;
import org.whitelane.whitelist.support.Table;
import org.whitelane.whitelist.support.WhitelistApi;
import org.whitelane.whitelist.support.WhitelistApi.Answer;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Publication between two instances: two JVMs, one database, one broker. */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublicationProcessesTests {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int ARTICLES = 6;

    private static final RegistryTopic REGISTRY = new RegistryTopic();
    private static final RecordedEvents EVENTS = new RecordedEvents();
    // the database of all tests of this JVM: their instance is a third one
    private static final Map<String, String> DATABASE =
            Infra.properties(Infra.database("whitelist"));
    private static final ServiceProcess ONE = new ServiceProcess(DATABASE);
    private static final ServiceProcess OTHER = new ServiceProcess(DATABASE);

    private final WhitelistApi api = new WhitelistApi(OTHER.port());
    private final Table table = new Table(api, REGISTRY);
    private final BatchTable batches = new BatchTable(api, "TJ-2022", table.office());

    @BeforeAll
    static void start() {
        ONE.ready();
        OTHER.ready();
    }

    @AfterAll
    static void stop() {
        ONE.close();
        OTHER.close();
        REGISTRY.close();
        EVENTS.close();
    }

    /** All of them find the same batches due at the same moment. */
    @Test
    @Order(1)
    void anEmbargoEndsOnceWhoeverLooks() {
        var last = lastNumber();
        var signed = signed(4);
        var lead = Duration.ofSeconds(10);
        var release = Instant.now().plus(lead).toString();
        for (var batch : signed) {
            var answer = schedule(batch, release);
            while (answer.status() == 422) {
                // too late already on a slow machine: this one a little later than the others
                answer = schedule(batch, Instant.now().plus(lead).toString());
            }
            answer.expect(200);
        }
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(signed)
                                        .allSatisfy(
                                                batch ->
                                                        assertThat(show(batch).text("status"))
                                                                .isEqualTo("PUBLISHED")));
        assertPublishedOnce(signed, last);
    }

    /** Wherever it was: what is not there as a whole is not there, and is published afterwards. */
    @Test
    @Order(2)
    void aKilledInstanceLeavesNoHalfBatch() throws InterruptedException {
        var last = lastNumber();
        var signed = signed(8);
        var doomed = new BatchTable(new WhitelistApi(ONE.port()), "TJ-2022", table.office());
        var first = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(signed.size())) {
            var running =
                    signed.stream()
                            .map(batch -> threads.submit(() -> published(doomed, batch, first)))
                            .toList();
            first.await();
            ONE.kill();
            for (var i = 0; i < running.size(); i++) {
                var done = running.get(i).resultNow();
                if (done) {
                    assertThat(show(signed.get(i)).text("status")).isEqualTo("PUBLISHED");
                }
            }
        }
        signed.forEach(this::assertWholeOrNot);
        for (var batch : signed) {
            if (show(batch).text("status").equals("SIGNED")) {
                again(batch).expect(201);
            }
        }
        assertPublishedOnce(signed, last);
    }

    private static boolean published(BatchTable at, String batch, CountDownLatch first) {
        try {
            var done = at.publish(batch).status() == 201;
            first.countDown();
            return done;
        } catch (UncheckedIOException e) {
            // its connection died with the instance
            return false;
        }
    }

    /** A machine that is too slow decides nothing (503), so the officer asks again. */
    private Answer again(String batch) {
        var answer = batches.publish(batch);
        while (answer.status() == 503) {
            answer = batches.publish(batch);
        }
        return answer;
    }

    private void assertWholeOrNot(String batch) {
        var room = show(batch);
        var published = room.text("status").equals("PUBLISHED");
        assertThat(room.text("status")).isIn("PUBLISHED", "SIGNED");
        var all = published ? ARTICLES : 0;
        assertThat(room.body().path("entries")).hasSize(all);
        assertThat(room.body().at("/changes/added")).hasSize(all);
        var request = request(room);
        assertThat(listed(request)).isEqualTo(all);
        assertThat(api.get(table.office(), "/requests/" + request).expect(200).text("status"))
                .isEqualTo(published ? "PUBLISHED" : "RECOGNISED");
        if (!published) {
            assertThat(EVENTS.of(batch)).isEmpty();
            assertThat(EVENTS.typesOf(request)).doesNotContain("RequestPublished");
        }
    }

    private void assertPublishedOnce(List<String> signed, int last) {
        var numbers = new ArrayList<Integer>();
        for (var batch : signed) {
            var room = show(batch);
            numbers.add(room.body().path("number").asInt());
            assertThat(listed(request(room))).isEqualTo(ARTICLES);
            await().atMost(PATIENCE).until(() -> !EVENTS.of(batch).isEmpty());
            assertThat(EVENTS.typesOf(batch)).containsExactly("BatchPublished");
            for (var entry : ((BatchPublished) EVENTS.of(batch).getFirst()).entryIds()) {
                await().atMost(PATIENCE).until(() -> !EVENTS.of(entry).isEmpty());
                assertThat(EVENTS.typesOf(entry)).containsExactly("EntryActivated");
            }
        }
        assertThat(numbers)
                .as("no gap, no number twice")
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(last + 1, last + signed.size()).boxed().toList());
    }

    private List<String> signed(int count) {
        return Stream.generate(
                        () -> {
                            var unit = table.enterprise("示例两处发布（虚构）");
                            var articles =
                                    IntStream.range(0, ARTICLES)
                                            .mapToObj(i -> biologic("Biologic " + i))
                                            .toArray(PublicationProcessesTests::maps);
                            return batches.signed(
                                    table.request(unit, draft(articles), "RECOGNISED"));
                        })
                .limit(count)
                .toList();
    }

    private static Map<String, Object> biologic(String name) {
        var article = new HashMap<>(article(name, "9004-54-0"));
        article.remove("casNumber");
        return article;
    }

    private Answer schedule(String batch, String releaseAt) {
        return api.post(
                batches.second(),
                "/batches/" + batch + "/schedule",
                Map.of("releaseAt", releaseAt));
    }

    private Answer show(String batch) {
        return api.get(table.office(), "/batches/" + batch).expect(200);
    }

    private static String request(Answer room) {
        return room.body().at("/requests/0/id").asString();
    }

    private long listed(String request) {
        var customs = new Imports(api, table).customs();
        return Download.of(OTHER.port(), customs, "/customs/TJ-2022/list")
                .expect(200)
                .csv()
                .stream()
                .filter(line -> request.equals(line.get("request")))
                .count();
    }

    private int lastNumber() {
        return api.get(null, "/public/TJ-2022/batches?limit=1")
                .expect(200)
                .body()
                .at("/items/0/number")
                .asInt(0);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Map<String, Object>[] maps(int length) {
        return new Map[length];
    }
}
