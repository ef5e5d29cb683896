package org.whitelane.whitelist.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whitelane.testing.Infra;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.receipt.OfflineVerifier.Verdict;
import org.whitelane.whitelist.receipt.PlainJson.Members;
import org.whitelane.whitelist.signing.CompactJws;
import org.whitelane.whitelist.support.Fixtures;
import org.whitelane.whitelist.support.Imports;
import org.whitelane.whitelist.support.Scanner;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.Table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A receipt from the unit's order to a customs desk without a line. */
class ReceiptTests extends ServiceTestBase {

    private static final Officer OPERATOR = new Officer("operator-1", null, Set.of("OPERATOR"));

    private final HttpClient http = HttpClient.newHttpClient();
    private Officer unit = Fixtures.applicant();
    private String entry = "";

    @BeforeEach
    void listed() {
        unit = table.enterprise("示例凭据（虚构）");
        entry = new Imports(api, table).entry(unit);
    }

    @Test
    void customsReadsItOffPaperAndNeedsNobody() {
        var issued = api.post(unit, receiptPath(), Map.of()).expect(201);
        var receipt = issued.text("jws");
        assertThat(Scanner.read(bytes(unit, receiptPath() + "/code.png"))).isEqualTo(receipt);
        assertThat(Scanner.readSvg(text(unit, receiptPath() + "/code.svg"))).isEqualTo(receipt);
        var page = text(unit, receiptPath() + "/page");
        assertThat(page).contains("示例物品 / Dextran", "3913900090", "5000 g", "<svg ");

        assertThat(verdict(receipt)).isEqualTo(Verdict.GOOD);
        var claims = OfflineVerifier.claims(receipt);
        assertThat(claims.text("sub"))
                .isEqualTo(api.get(unit, "/entries/" + entry).text("entryNumber"));
        assertThat(claims.text("unit")).isEqualTo(Fixtures.CREDIT_CODE);
        assertThat(claims.all())
                .containsAllEntriesOf(
                        Map.of("qty", "5000", "uom", "g", "hs", "3913900090", "ver", 1L));
        assertThat(receipt.length()).as("characters in the code").isLessThan(1200);

        assertThat(api.post(unit, receiptPath(), Map.of()).expect(200).text("jws"))
                .as("one is enough")
                .isEqualTo(receipt);
        assertThat(api.get(table.office(), receiptPath()).expect(200).text("jws"))
                .isEqualTo(receipt);
    }

    /** Goods are counted in vials where they arrive; the paper says what one of them holds. */
    @Test
    void customsCountsVialsByThePaperAlone() {
        assertThat(OfflineVerifier.admits(OfflineVerifier.claims(issued()), 1, "vial"))
                .as("it does not say what a vial holds")
                .isEmpty();
        var inVials = new HashMap<>(Table.article("Sucrose", "57-50-1"));
        inVials.put("content", Map.of("amount", "0.25", "unit", "kg", "per", "vial"));
        var request = table.request(unit, Table.draft(inVials), "RECOGNISED");
        var path =
                "/entries/%s/receipt"
                        .formatted(
                                api.publish(table.office(), request)
                                        .expect(201)
                                        .body()
                                        .at("/entries/0/id")
                                        .asString());
        var receipt = api.post(unit, path, Map.of()).expect(201).text("jws");

        assertThat(Scanner.read(bytes(unit, path + "/code.png"))).isEqualTo(receipt);
        assertThat(text(unit, path + "/page")).contains("0.25 kg per vial");
        assertThat(receipt.length()).as("characters in the code").isLessThan(1200);
        assertThat(verdict(receipt)).isEqualTo(Verdict.GOOD);
        var claims = OfflineVerifier.claims(receipt);
        assertThat(OfflineVerifier.admits(claims, 20, "vial")).as("5000 g").contains(true);
        assertThat(OfflineVerifier.admits(claims, 21, "vial")).contains(false);
        assertThat(OfflineVerifier.admits(claims, 1, "piece")).isEmpty();
        var list = list(receipt);
        var altered = withClaim(receipt, "\"qty\":\"0.25\"", "\"qty\":\"0.01\"");
        assertThat(verifier().verify(altered, list, Instant.now()))
                .isEqualTo(Verdict.SIGNATURE_WRONG);
    }

    @Test
    void everyWayToCheatIsToldFromTheOthers() throws GeneralSecurityException {
        var receipt = issued();
        var list = list(receipt);
        var verifier = verifier();
        var now = Instant.now();
        assertThat(verifier.verify(receipt, list, now)).isEqualTo(Verdict.GOOD);

        var altered = withClaim(receipt, "\"qty\":\"5000\"", "\"qty\":\"9000\"");
        assertThat(verifier.verify(altered, list, now)).isEqualTo(Verdict.SIGNATURE_WRONG);
        var thief = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
        var payload = CompactJws.payload(receipt);
        var forged = CompactJws.sign("whitelane-receipt+jwt", kid(receipt), thief, payload);
        assertThat(verifier.verify(forged, list, now)).isEqualTo(Verdict.SIGNATURE_WRONG);
        var foreign = CompactJws.sign("whitelane-receipt+jwt", "another", thief, payload);
        assertThat(verifier.verify(foreign, list, now)).isEqualTo(Verdict.UNKNOWN_KEY);
        var unsigned = encoded("{\"alg\":\"none\",\"typ\":\"whitelane-receipt+jwt\"}");
        assertThat(verifier.verify(unsigned + "." + receipt.split("\\.")[1] + ".", list, now))
                .isEqualTo(Verdict.NOT_A_RECEIPT);
        assertThat(verifier.verify(list, list, now))
                .as("a list is signed by the same key, and is no receipt")
                .isEqualTo(Verdict.NOT_A_RECEIPT);
        assertThat(verifier.verify(receipt, receipt, now)).isEqualTo(Verdict.LIST_UNUSABLE);

        var hours = Duration.ofHours(13);
        assertThat(verifier.verify(receipt, list, now.plus(hours))).isEqualTo(Verdict.LIST_TOO_OLD);
        assertThat(verifier.verify(receipt, list, now.plus(Duration.ofDays(366))))
                .isEqualTo(Verdict.EXPIRED);
        assertThat(verifier.verify(receipt, list, now.minus(Duration.ofDays(9))))
                .isEqualTo(Verdict.NOT_YET);
    }

    @Test
    void anySingleChangedCharacterIsNoticed() {
        var receipt = issued();
        var list = list(receipt);
        var verifier = verifier();
        for (var at = 0; at < receipt.length(); at += 7) {
            var other = receipt.charAt(at) == 'A' ? 'B' : 'A';
            var changed = receipt.substring(0, at) + other + receipt.substring(at + 1);
            assertThat(verifier.verify(changed, list, Instant.now()))
                    .as("character %d", at)
                    .isNotEqualTo(Verdict.GOOD);
        }
    }

    @Test
    void whatHappensToTheEntryIsInTheNextList() {
        var receipt = issued();
        decide("suspension");
        assertThat(verdict(receipt)).isEqualTo(Verdict.SUSPENDED);
        assertThat(api.post(unit, receiptPath(), Map.of()).expect(409).code())
                .isEqualTo("entry-suspended");
        decide("lifting");
        assertThat(verdict(receipt)).isEqualTo(Verdict.GOOD);
        decide("revocation");
        assertThat(verdict(receipt)).isEqualTo(Verdict.REVOKED);
        assertThat(api.post(unit, receiptPath(), Map.of()).expect(409).code())
                .isEqualTo("entry-revoked");
    }

    /** Nobody told the receipts: the list compares what they say with what the entry says. */
    @Test
    void aChangedEntryMakesItsReceiptInvalid() {
        var receipt = issued();
        var article = new HashMap<>(Table.article("Dextran", "9004-54-0"));
        article.put("entryId", entry);
        article.put("quantity", Imports.quantity("250", "g"));
        var change = new HashMap<>(Table.draft(article));
        change.put("kind", "CHANGE");
        api.publish(table.office(), table.request(unit, change, "RECOGNISED")).expect(201);

        assertThat(verdict(receipt)).isEqualTo(Verdict.REVOKED);
        var next = api.post(unit, receiptPath(), Map.of()).expect(201).text("jws");
        assertThat(verdict(next)).isEqualTo(Verdict.GOOD);
        assertThat(OfflineVerifier.claims(next).text("qty")).isEqualTo("250");
        assertThat(OfflineVerifier.claims(next).number("ver")).isEqualTo(2);
    }

    @Test
    void cachesKeepAListUntilItChanges() {
        var uri = listPath(issued());
        await().untilAsserted(
                        () -> {
                            var first = get(uri, null);
                            assertThat(first.headers().firstValue("Cache-Control"))
                                    .hasValue("max-age=300, public");
                            assertThat(first.headers().firstValue("Content-Type").orElse(""))
                                    .startsWith("application/statuslist+jwt");
                            var tag = first.headers().firstValue("ETag").orElseThrow();
                            var again = get(uri, tag);
                            // a new minute is another list
                            assertThat(again.statusCode()).isEqualTo(304);
                            assertThat(again.body()).isEmpty();
                            decide("suspension");
                            var changed = get(uri, tag);
                            assertThat(changed.statusCode()).isEqualTo(200);
                            assertThat(changed.headers().firstValue("ETag").orElseThrow())
                                    .isNotEqualTo(tag);
                        });
        assertThat(api.get(null, "/public/status-lists/01890a5d-ac96-774b-bcce-b302099a805e"))
                .satisfies(answer -> answer.expect(404));
    }

    /** Places tell neither how many receipts there are nor which came first. */
    @Test
    void placesAreAtRandom() {
        var places = Stream.of(issued(), issuedFor("甲"), issuedFor("乙")).map(this::place).toList();
        assertThat(places).doesNotHaveDuplicates().anyMatch(place -> place > 1000);
        assertThat(OfflineVerifier.claims(list(issued())).toString()).doesNotContain("taken");
    }

    @Test
    void aRotatedKeyStaysAndACompromisedOneGoes() {
        var receipt = issued();
        rotate(false);
        assertThat(verdict(receipt)).as("on paper already").isEqualTo(Verdict.GOOD);
        var next = issuedFor("丙");
        assertThat(kid(next)).isNotEqualTo(kid(receipt));
        rotate(true);
        assertThat(verdict(next)).isEqualTo(Verdict.UNKNOWN_KEY);
        assertThat(verdict(receipt)).isEqualTo(Verdict.GOOD);
    }

    @Test
    void whatACompromisedKeySignedIsIssuedAnew() {
        rotate(false);
        var receipt = issued();
        rotate(true);
        var again = api.post(unit, receiptPath(), Map.of()).expect(201);
        assertThat(again.body().path("receiptVersion").asInt()).isEqualTo(2);
        assertThat(verdict(receipt)).isEqualTo(Verdict.UNKNOWN_KEY);
        assertThat(verdict(again.text("jws"))).isEqualTo(Verdict.GOOD);
    }

    @Test
    void strangersLearnNothing() {
        var stranger = table.enterprise("示例路人（虚构）");
        api.get(unit, receiptPath()).expect(404);
        issued();
        api.get(stranger, receiptPath()).expect(404);
        api.get(stranger, receiptPath() + "/code.png").expect(404);
        api.post(stranger, receiptPath(), Map.of()).expect(404);
        api.get(null, receiptPath()).expect(401);
        api.post(unit, "/receipt-keys/rotation", Map.of("reason", "a test")).expect(403);
    }

    private void rotate(boolean compromised) {
        var form = Map.of("reason", "a test", "compromised", compromised);
        api.post(OPERATOR, "/receipt-keys/rotation", form).expect(200);
    }

    private void decide(String move) {
        api.post(table.office(), "/entries/" + entry + "/" + move, Map.of("reason", "a test"))
                .expect(200);
    }

    private String issued() {
        return api.post(unit, receiptPath(), Map.of()).text("jws");
    }

    private String issuedFor(String name) {
        var other = table.enterprise("示例凭据%s（虚构）".formatted(name));
        var path = "/entries/" + new Imports(api, table).entry(other) + "/receipt";
        return api.post(other, path, Map.of()).expect(201).text("jws");
    }

    private String receiptPath() {
        return "/entries/" + entry + "/receipt";
    }

    private OfflineVerifier verifier() {
        return new OfflineVerifier(get("/public/receipt-keys", null).body());
    }

    private Verdict verdict(String receipt) {
        return verifier().verify(receipt, list(receipt), Instant.now());
    }

    private String list(String receipt) {
        return get(listPath(receipt), null).body();
    }

    private static Members reference(String receipt) {
        return OfflineVerifier.claims(receipt).members("status").members("status_list");
    }

    private long place(String receipt) {
        return reference(receipt).number("idx");
    }

    /** Outside it is reached through the gateway. */
    private static String listPath(String receipt) {
        var uri = reference(receipt).text("uri");
        return uri.substring(uri.indexOf("/public/"));
    }

    private static String kid(String jws) {
        var header = new String(Base64.getUrlDecoder().decode(jws.split("\\.")[0]), UTF_8);
        return PlainJson.object(header).text("kid");
    }

    private static String withClaim(String jws, String from, String to) {
        var parts = jws.split("\\.");
        var payload = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        assertThat(payload).contains(from);
        return parts[0] + "." + encoded(payload.replace(from, to)) + "." + parts[2];
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private HttpResponse<String> get(String path, @Nullable String tag) {
        var request = request(path);
        if (tag != null) {
            request.header("If-None-Match", tag);
        }
        return send(request.build(), BodyHandlers.ofString());
    }

    private String text(Officer officer, String path) {
        return send(authorised(officer, path), BodyHandlers.ofString()).body();
    }

    private byte[] bytes(Officer officer, String path) {
        return send(authorised(officer, path), BodyHandlers.ofByteArray()).body();
    }

    private HttpRequest authorised(Officer officer, String path) {
        var token =
                Infra.issuer()
                        .token(
                                officer.subject(),
                                officer.organisation(),
                                officer.roles().toArray(String[]::new));
        return request(path).header("Authorization", "Bearer " + token).build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + "/api/v1/whitelist" + path));
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
