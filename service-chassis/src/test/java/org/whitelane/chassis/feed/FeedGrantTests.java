package org.whitelane.chassis.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whitelane.chassis.feed.FeedService.EVENTS;
import static org.whitelane.chassis.feed.FeedService.LIFTED;
import static org.whitelane.chassis.feed.FeedService.RAISED;
import static org.whitelane.chassis.feed.FeedService.STREAM;
import static org.whitelane.chassis.feed.FeedService.code;
import static org.whitelane.chassis.feed.FeedService.expect;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.whitelane.chassis.journal.Witness;
import org.whitelane.events.Chain;
import org.whitelane.testing.Infra;

import tools.jackson.databind.JsonNode;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Who may read what, and that the chain can be followed over what he may not see. */
class FeedGrantTests {

    private static final Map<String, String> REASON = Map.of("reason", "a test");

    private static FeedService service;

    @BeforeAll
    static void fillAStream() {
        service =
                FeedService.start(
                        "feed_grants",
                        Map.of(
                                "whitelane.feed.readers[3].subject", "from-the-deployment",
                                "whitelane.feed.readers[3].streams", "whitelane.registry.org*",
                                "whitelane.feed.readers[3].types", RAISED));
    }

    @AfterAll
    static void stopIt() {
        service.close();
    }

    @Test
    void withoutAGrantNothingIsReadAndTheAnswerSaysWhatIsMissing() throws Exception {
        for (var path : List.of("", "/reader", "?afterPosition=0", "?after=x")) {
            assertThat(code(service.read("nobody", path, 403))).isEqualTo("feed-grant-missing");
        }
        var refused = service.acknowledge("nobody", 1, service.hashAt(1), 403);
        assertThat(code(refused)).isEqualTo("feed-grant-missing");
        var operator = service.send("GET", "feed/" + STREAM, "", "OPERATOR", "op-1");
        assertThat(code(expect(403, operator)))
                .as("grants and does not read")
                .isEqualTo("role-missing");
        var auditor = service.send("GET", "feed/" + STREAM, "", "AUDITOR", "auditor-1");
        assertThat(expect(200, auditor).path("events")).hasSize(EVENTS);
    }

    @Test
    void aGrantIsForOneStreamAndOneIssuersSubject() throws Exception {
        service.granted("reader-1");
        service.operate("PUT", STREAM + "/reader-2?issuer=https://other", REASON, 200);

        assertThat(service.read("reader-1", "", 200).path("events")).hasSize(EVENTS);
        var elsewhere = "feed/whitelane.registry.calendar.v1";
        var other = service.send("GET", elsewhere, "", "REGULATOR", "reader-1");
        assertThat(code(expect(403, other))).isEqualTo("feed-grant-missing");
        assertThat(code(service.read("reader-2", "", 403))).isEqualTo("feed-grant-missing");
        assertThat(code(service.operate("PUT", "nothing/reader-1", REASON, 404)))
                .isEqualTo("not-found");
        assertThat(code(service.operate("GET", STREAM + "/nobody", "", 404)))
                .isEqualTo("not-found");
        var own = "admin/feed-readers/" + STREAM + "/me";
        var byRegulator = service.send("PUT", own, REASON, "REGULATOR", "me");
        assertThat(code(expect(403, byRegulator))).isEqualTo("role-missing");
    }

    @Test
    void otherTypesComeAsStubsOverWhichTheChainHolds() throws Exception {
        service.granted("reader-raised", RAISED);

        var page = service.read("reader-raised", "?limit=500", 200);

        var hash = bytes(page.path("genesis"));
        int stubs = 0;
        for (var event : page.path("events")) {
            hash = next(hash, event.path("position").longValue(), bytes(event.path("leaf")));
            assertThat(event.path("chainhash").stringValue()).isEqualTo(Chain.hex(hash));
            if (event.path("position").longValue() % 3 == 0) {
                stubs++;
                assertThat(event.propertyNames())
                        .containsExactlyInAnyOrder("position", "leaf", "chainhash", "withheld");
                assertThat(event.path("withheld").stringValue()).isEqualTo("NOT_GRANTED");
            } else {
                assertThat(event.path("type").stringValue()).isEqualTo(RAISED);
            }
        }
        assertThat(stubs).isEqualTo(EVENTS / 3);
        assertThat(page.at("/head/chainHash").stringValue()).isEqualTo(Chain.hex(hash));
    }

    @Test
    void aReaderAsksForSomeOfWhatItWasGranted() throws Exception {
        service.granted("reader-some", "org.whitelane.registry.credit-*");

        var lifted = service.read("reader-some", "?type=" + LIFTED, 200).path("events");
        assertThat(lifted).hasSize(EVENTS);
        assertThat(lifted.get(0).path("withheld").stringValue()).isEqualTo("NOT_ASKED_FOR");
        assertThat(lifted.get(2).path("type").stringValue()).isEqualTo(LIFTED);
        var both = service.read("reader-some", "?type=" + LIFTED + "&type=" + RAISED, 200);
        assertThat(both.path("events").valueStream().filter(e -> e.has("withheld"))).isEmpty();
        for (var wrong : List.of("?type=", "?type=*x", "?type=org.whitelane.registry.calendar*")) {
            var fault = service.read("reader-some", wrong, 400).path("faults").get(0);
            assertThat(fault.path("pointer").stringValue()).isEqualTo("?type");
        }
    }

    @Test
    void asksAgainAtOnceWhileMoreIsThereAndLaterAtTheEnd() throws Exception {
        service.granted("reader-later");

        assertThat(service.read("reader-later", "?limit=5", 200).path("retryAfter").longValue())
                .isZero();
        assertThat(service.read("reader-later", "", 200).path("retryAfter").longValue())
                .isEqualTo(5);
    }

    @Test
    void grantsAreChangedOnTheVersionThatWasRead() throws Exception {
        service.granted("reader-versions");
        var path = "admin/feed-readers/" + STREAM + "/reader-versions";

        var read = service.send("GET", path, "", "AUDITOR", "auditor-1");
        assertThat(read.headers().firstValue("ETag")).hasValue("\"1\"");
        var first = service.send("PUT", path, REASON, "OPERATOR", "op-1", "If-Match", "\"1\"");
        assertThat(first.headers().firstValue("ETag")).hasValue("\"2\"");
        var second = service.send("PUT", path, REASON, "OPERATOR", "op-1", "If-Match", "\"1\"");
        assertThat(expect(412, second).path("currentVersion").longValue()).isEqualTo(2);
        var stale = path + "/suspension";
        var third = service.send("POST", stale, REASON, "OPERATOR", "op-1", "If-Match", "\"1\"");
        assertThat(code(expect(412, third))).isEqualTo("version-mismatch");
        var acts =
                Witness.of(service.database)
                        .jdbc()
                        .sql(
                                """
                                select count(*) from journal_entry e join journal_private p on p.entry_id = e.id
                                where e.stream = 'registry.internal' and e.subject = 'reader-versions' and p.actor = 'op-1'
                                """)
                        .query(Long.class)
                        .single();
        assertThat(acts).isEqualTo(2);
    }

    @Test
    void saysAllThatIsWrongWithAGrant() throws Exception {
        var body = Map.of("types", List.of("nothing.like.it"), "reason", "a test");
        var faults = service.operate("PUT", STREAM + "/a%20b", body, 400).path("faults");

        assertThat(faults.valueStream().map(fault -> fault.path("pointer").stringValue()))
                .containsExactlyInAnyOrder("/types", "/subject");
        service.operate("PUT", STREAM + "/reader-x", Map.of("types", List.of()), 400);
    }

    @Test
    void whatTheDeploymentGrantsIsGrantedOnceAndNotAgain() throws Exception {
        var path = STREAM + "/from-the-deployment";
        assertThat(service.read("from-the-deployment", "", 200).path("events")).hasSize(EVENTS);
        assertThat(service.operate("GET", path, "", 200).at("/types/0").stringValue())
                .isEqualTo(RAISED);
        service.operate("POST", path + "/revocation", REASON, 200);

        service.context.getBean(FirstGrants.class).give();

        assertThat(code(service.read("from-the-deployment", "", 403)))
                .isEqualTo("feed-grant-revoked");
        var issuer = service.operate("GET", path, "", 200).path("issuer");
        assertThat(issuer.stringValue()).isEqualTo(Infra.issuer().issuer());
    }

    /** docs/events.md, "The chain"; written once more, without the code under test. */
    private static byte[] next(byte[] before, long position, byte[] leaf) throws Exception {
        var bytes =
                ByteBuffer.allocate(1 + 32 + 8 + 32)
                        .put((byte) 1)
                        .put(before)
                        .putLong(position)
                        .put(leaf);
        return MessageDigest.getInstance("SHA-256").digest(bytes.array());
    }

    private static byte[] bytes(JsonNode hex) {
        return HexFormat.of().parseHex(hex.stringValue());
    }
}
