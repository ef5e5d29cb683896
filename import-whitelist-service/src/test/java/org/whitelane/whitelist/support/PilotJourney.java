package org.whitelane.whitelist.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.WhitelistApi.Answer;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One article under one scheme, from the request to the used-up quantity: by HTTP, and checked on
 * the topics. What is expected comes from {@link Pilot}.
 */
public final class PilotJourney {

    private static final String HS_CODE = "3913.90.0090";

    private final WhitelistApi api;
    private final RecordedEvents events;
    private final Pilot pilot;
    private final Table table;
    private final Imports imports;
    private final LocalDate today;
    private final Officer unit;

    public PilotJourney(ServiceTestBase test, Pilot pilot, LocalDate today) {
        this.api = test.api;
        this.events = test.events;
        this.pilot = pilot;
        this.table = new Table(api, test.registry, pilot.scheme());
        this.imports = new Imports(api, table);
        this.today = today;
        this.unit = table.enterprise("示例试点（虚构）", pilot.division());
    }

    /** Gives back the request that the agencies have recognised. */
    public String recognised() {
        var draft =
                pilot.directory()
                        ? Table.draftUnder(pilot.code())
                        : Table.draftUnder(pilot.code(), article());
        var request = table.request(unit, draft, "RECOGNISED");
        assertThat(api.get(unit, "/requests/" + request).text("number"))
                .startsWith(pilot.code() + "-" + today.getYear() + "-");
        var submitted = pilot.directory() ? "UnitRequestSubmitted" : "RequestSubmitted";
        var expected = new ArrayList<>(List.of(submitted, "RequestAccepted"));
        for (var level = 0; level < pilot.levels(); level++) {
            expected.add("RequestRecommended");
        }
        expected.add("JointReviewOpened");
        pilot.opinions().forEach(_ -> expected.add("OpinionGiven"));
        expected.add("RequestRecognised");
        told(request, expected);
        return request;
    }

    public Answer publish(String request) {
        return api.publishUnder(pilot.code(), table.office(), request);
    }

    /** Gives back the entry, after a look at what the notice gives it. */
    public String listed(String request) {
        var batch = publish(request).expect(201);
        var id = pilot.directory() ? filed() : batch.body().at("/entries/0/id").asString();
        var entry = api.get(unit, "/entries/" + id).expect(200);
        assertThat(entry.text("entryNumber")).startsWith(pilot.code() + "-B");
        assertThat(texts(entry.body().path("waivedDocuments"))).containsExactly("Q");
        assertThat(entry.text("validFrom")).isEqualTo(today.toString());
        assertThat(entry.body().path("validTo").asString(null))
                .isEqualTo(Objects.toString(pilot.validTo(today), null));
        assertThat(
                        texts(
                                api.get(null, "/public/" + pilot.code() + "/entries?limit=100")
                                        .expect(200)
                                        .body()
                                        .path("items")
                                        .valueStream()
                                        .map(item -> item.path("entryNumber"))))
                .contains(entry.text("entryNumber"));
        told(batch.text("id"), List.of("BatchPublished"));
        return id;
    }

    /** The unit's place in the directory, and its article's entry. */
    private String filed() {
        var listing = api.get(unit, "/units").expect(200).body().at("/items/0/id").asString();
        told(listing, List.of("UnitListed"));
        return api.post(unit, "/units/" + listing + "/articles", article()).expect(201).text("id");
    }

    private static Map<String, Object> article() {
        return Table.article("Dextran", "9004-54-0");
    }

    /** Two consignments, refused where the notice is not kept, take all of it. */
    public void usesUp(String entry) {
        assertThat(check(entry, "5001", Map.of())).containsExactly("quota-exceeded");
        imports(entry, "3000");
        assertThat(check(entry, "2000", Map.of())).isEmpty();
        assertThat(check(entry, "2000.000001", Map.of())).containsExactly("quota-exceeded");
        imports(entry, "2000");

        var used = api.get(unit, "/entries/" + entry).expect(200);
        assertThat(used.text("status")).isEqualTo("EXHAUSTED");
        assertThat(imports.quota(unit, entry)).isEqualTo("0/5000");
        assertThat(check(entry, "0.000001", Map.of())).contains("quota-exceeded");
        var more = imports.plan(unit, entry, "0.000001", "g");
        assertThat(more.status() == 201 ? imports.reserve(unit, more.text("id")) : more)
                .satisfies(answer -> assertThat(answer.status()).isIn(409, 422));
        told(
                entry,
                List.of(
                        "EntryActivated",
                        "QuotaReserved",
                        "QuotaUsed",
                        "QuotaReserved",
                        "EntryQuotaLow",
                        "EntryExhausted",
                        "QuotaUsed"));
    }

    private void imports(String entry, String amount) {
        var declaration = imports.reserved(unit, entry, amount);
        wrongPapers()
                .forEach(
                        (fault, papers) ->
                                assertThat(declare(declaration, papers).expect(422).faults())
                                        .containsExactly(fault));
        declare(declaration, Map.of()).expect(200);
        imports.release(declaration, amount).expect(201);
        imports.receive(unit, declaration, amount, true).expect(201);
        told(
                declaration,
                List.of(
                        "DeclarationReserved",
                        "DeclarationDeclared",
                        "DeclarationReleased",
                        "DeclarationReceived"));
    }

    private Answer declare(String declaration, Map<String, Object> otherwise) {
        var papers = papers();
        papers.put("number", "0202%d1%09d".formatted(today.getYear(), Imports.serial()));
        papers.put("declaredOn", today.toString());
        papers.putAll(otherwise);
        return imports.declare(unit, declaration, papers);
    }

    /** As the notice wants them. */
    private Map<String, Object> papers() {
        var papers = new HashMap<String, Object>();
        papers.put("customsOffice", Objects.requireNonNullElse(pilot.customsOffice(), "示例海关"));
        if (pilot.remark() != null) {
            papers.put("remark", pilot.remark());
        }
        return papers;
    }

    /** By the fault that they get. */
    private Map<String, Map<String, Object>> wrongPapers() {
        var wrong = new HashMap<String, Map<String, Object>>();
        if (pilot.customsOffice() != null) {
            wrong.put(
                    "/customsOffice customs-office-not-in-scheme",
                    Map.of("customsOffice", "示例别处海关"));
        }
        if (pilot.remark() != null) {
            wrong.put("/remark remark-required", Map.of("remark", "research"));
        }
        wrong.put("/hsCode hs-code-differs", Map.of("hsCode", "3001909091"));
        return wrong;
    }

    private List<String> check(String entry, String grams, Map<String, Object> otherwise) {
        var question = papers();
        question.put("entryNumber", api.get(unit, "/entries/" + entry).text("entryNumber"));
        question.put("unit", Objects.requireNonNull(unit.organisation()));
        question.put("hsCode", HS_CODE);
        question.put("quantity", Imports.quantity(grams, "g"));
        question.put("on", today.toString());
        question.putAll(otherwise);
        var answer = api.post(imports.customs(), "/customs/checks", question).expect(200);
        return texts(
                answer.body().path("reasons").valueStream().map(reason -> reason.path("code")));
    }

    private void told(String subject, List<String> types) {
        await().untilAsserted(
                        () -> assertThat(events.typesOf(subject)).containsExactlyElementsOf(types));
    }

    private static List<String> texts(JsonNode array) {
        return texts(array.valueStream());
    }

    private static List<String> texts(Stream<JsonNode> nodes) {
        return nodes.map(JsonNode::asString).toList();
    }
}
