package org.whitelane.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.whitelane.approval.ApprovalApi.anApproval;
import static org.whitelane.approval.ApprovalApi.correction;
import static org.whitelane.approval.ApprovalApi.withProduct;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.whitelane.testing.Infra;
import org.whitelane.testing.RealParts;
import org.whitelane.testing.edge.Call;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which readers of the feed were told an old fact, and which of them its correction. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@RealParts("approval")
class ToldTests {

    private static final String STREAM = "whitelane.approval.registration.v1";
    private static final String API = "/api/v1/approvals/";
    private static final String OPERATOR = Infra.issuer().token("op", null, "OPERATOR");

    private final String tag = UUID.randomUUID().toString().substring(0, 8);

    @LocalServerPort private int port;
    private ApprovalApi api = new ApprovalApi(0);

    @BeforeEach
    void connect() {
        api = new ApprovalApi(port);
    }

    @Test
    void showsHowFarACorrectionCame() {
        var facts = anApproval();
        var id = api.recorded(facts);
        grant("prompt");
        grant("slow");
        grant("leaving");
        grant("blind", "org.whitelane.approval.ind-revoked.v1");
        var old = readUpTo(id, 1, "prompt");
        readUpTo(id, 1, "slow");
        readUpTo(id, 1, "leaving");
        acknowledge("prompt", old);
        end("leaving");

        assertThat(told(old).path("correction").isNull()).isTrue();
        assertThat(states(told(old).path("readers")))
                .containsEntry(name("prompt"), "ACKNOWLEDGED")
                .containsEntry(name("slow"), "DELIVERED")
                .containsEntry(name("leaving"), "DELIVERED")
                .containsEntry(name("blind"), "WITHHELD");

        api.amend(id, "correction", correction(withProduct(facts, "nameZh", "更正片")));
        var corrected = readUpTo(id, 2, "prompt");
        assertThat(coverage(old)).containsExactly(3, 0, 1, 1, 1);
        acknowledge("prompt", corrected);
        assertThat(coverage(old)).containsExactly(3, 1, 0, 1, 1);
        readUpTo(id, 2, "slow");
        acknowledge("slow", corrected);
        assertThat(coverage(old)).containsExactly(3, 2, 0, 0, 1);

        var view = told(old);
        assertThat(view.at("/correction/share").asDouble()).isBetween(0.66, 0.67);
        assertThat(view.at("/correction/event/eventId").asString())
                .isEqualTo(corrected.path("id").asString());
        assertThat(view.at("/event/supersededBy")).isEqualTo(corrected.path("id"));
        assertThat(told(corrected).at("/event/supersedes")).isEqualTo(old.path("id"));
    }

    @Test
    void isForThoseWhoSupervise() {
        var somewhere = API + "admin/events/" + UUID.randomUUID() + "/told";
        var reader = Infra.issuer().token("r", null, "REGULATOR");

        assertThat(Call.get(somewhere).by(reader).send(base()).status()).isEqualTo(403);
        assertThat(Call.get(somewhere).by(OPERATOR).send(base()).status()).isEqualTo(404);
    }

    private String name(String reader) {
        return reader + "-" + tag;
    }

    private void grant(String reader, String... types) {
        var body =
                types.length == 0
                        ? Map.of("reason", "a test")
                        : Map.of("reason", "a test", "types", types);
        Call.post(admin(reader), JsonMapper.shared().writeValueAsString(body))
                .method("PUT")
                .by(OPERATOR)
                .send(base())
                .expect(200);
    }

    private void end(String reader) {
        Call.post(admin(reader) + "/revocation", "{\"reason\":\"a test\"}")
                .by(OPERATOR)
                .once()
                .send(base())
                .expect(200);
    }

    private String admin(String reader) {
        return API + "admin/feed-readers/" + STREAM + "/" + name(reader);
    }

    /** The feed's event of that version of the record, once it is there; all before are read. */
    private JsonNode readUpTo(String id, long version, String reader) {
        return await().until(() -> found(id, version, reader), event -> !event.isMissingNode());
    }

    private JsonNode found(String id, long version, String reader) {
        var after = "?limit=500";
        while (true) {
            var page = json(get("feed/" + STREAM + after, token(reader)));
            for (var event : page.path("events")) {
                if (event.path("subject").asString().equals(id)
                        && event.path("aggregateversion").asLong() == version) {
                    return event;
                }
            }
            if (page.path("events").isEmpty()) {
                return JsonMapper.shared().missingNode();
            }
            after = "?limit=500&after=" + page.path("next").asString();
        }
    }

    private void acknowledge(String reader, JsonNode event) {
        var body =
                Map.of(
                        "position", event.path("position").asLong(),
                        "chainHash", event.path("chainhash").asString());
        Call.post(
                        API + "feed/" + STREAM + "/acknowledgement",
                        JsonMapper.shared().writeValueAsString(body))
                .by(token(reader))
                .once()
                .send(base())
                .expect(200);
    }

    private int[] coverage(JsonNode event) {
        var coverage = told(event).path("correction");
        return new int[] {
            coverage.path("told").asInt(),
            coverage.path("corrected").asInt(),
            coverage.path("delivered").asInt(),
            coverage.path("pending").asInt(),
            coverage.path("withheld").asInt()
        };
    }

    private JsonNode told(JsonNode event) {
        return json(get("admin/events/" + event.path("id").asString() + "/told", OPERATOR));
    }

    private static Map<String, String> states(JsonNode readers) {
        return readers.valueStream()
                .collect(
                        Collectors.toMap(
                                reader -> reader.path("subject").asString(),
                                reader -> reader.path("state").asString()));
    }

    private String token(String reader) {
        return Infra.issuer().token(name(reader), null, "REGULATOR");
    }

    private String get(String path, String token) {
        return Call.get(API + path).by(token).send(base()).expect(200).body();
    }

    private static JsonNode json(String body) {
        return JsonMapper.shared().readTree(body);
    }

    private URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }
}
