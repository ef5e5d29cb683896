package org.whitelane.localstack.story;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Chapter c: the dextran of the first batch comes in two consignments, and then is used up. */
final class Imports {

    private static final String ENTERPRISE = "enterprise-a";
    private static final String CUSTOMS = "customs-officer";
    private static final String HS_CODE = "3913900090";
    private static final String OFFICE = "天津海关";
    private static final List<String> CONSIGNMENTS = List.of("3000", "2000");

    private final Stage stage;
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    Imports(Stage stage) {
        this.stage = stage;
    }

    void play() {
        stage.narrator.chapter("c. What was approved is imported, until nothing is left");
        var entry = entry();
        showReceipt(entry);
        for (var i = 0; i < CONSIGNMENTS.size(); i++) {
            consignment(entry, i + 1, CONSIGNMENTS.get(i));
        }
        checkUsedUp();
    }

    /** The customs' view and the unit's after the last gram; also for a later look. */
    void checkUsedUp() {
        var entry = entry();
        if (!entry.status().equals("EXHAUSTED")) {
            throw new StoryFailed("entry %s is %s".formatted(entry.number(), entry.status()));
        }
        var reasons = check(entry, "0.000001");
        if (!reasons.contains("quota-exceeded")) {
            throw new StoryFailed("customs would still let dextran in: " + reasons);
        }
        stage.narrator.step(
                entry.number() + " is used up; customs is told that a microgram more is too much");
    }

    private void showReceipt(Entry entry) {
        var path = "/whitelist/entries/" + entry.id() + "/receipt";
        var receipt = stage.create("receipt", stage.officer(ENTERPRISE), path, Map.of());
        var keys = stage.get("", "/whitelist/public/receipt-keys").json();
        var says = Receipt.verified(receipt.text("jws"), keys);
        if (!says.toString().contains(entry.number())) {
            throw new StoryFailed("the receipt of %s says %s".formatted(entry.number(), says));
        }
        stage.narrator.step(
                "the receipt of "
                        + entry.number()
                        + " is verified with the published keys alone, no server asked");
        stage.narrator.see(
                stage.addresses.api(path + "/code.svg") + " (its QR code; needs a token)");
    }

    private record Entry(String id, String number, String status) {}

    private Entry entry() {
        return stage.all(stage.officer(ENTERPRISE), "/whitelist/entries").stream()
                .filter(e -> e.at("/article/nameEn").asString("").equals("Dextran"))
                .map(
                        e ->
                                new Entry(
                                        e.path("id").asString(),
                                        e.path("entryNumber").asString(),
                                        e.path("status").asString()))
                .findFirst()
                .orElseThrow(() -> new StoryFailed("the enterprise sees no entry for dextran"));
    }

    private void consignment(Entry entry, int number, String grams) {
        var planned =
                stage.create(
                        "declaration-" + number,
                        stage.officer(ENTERPRISE),
                        "/whitelist/declarations",
                        Map.of("entry", entry.id(), "quantity", quantity(grams)));
        var id = planned.text("id");
        move(id, ENTERPRISE, "PLANNED", "reservation", Map.of());
        if (status(id).equals("RESERVED")) {
            var reasons = check(entry, grams, id);
            if (!reasons.isEmpty()) {
                throw new StoryFailed("customs would not let the dextran in: " + reasons);
            }
        }
        move(id, CUSTOMS, "RESERVED", "customs-declaration", papers(number));
        move(id, CUSTOMS, "DECLARED", "releases", Map.of("quantity", quantity(grams)));
        move(
                id,
                ENTERPRISE,
                "RELEASED",
                "receipts",
                Map.of("quantity", quantity(grams), "last", true));
        if (!status(id).equals("RECEIVED")) {
            throw new StoryFailed("consignment %d is %s".formatted(number, status(id)));
        }
        stage.narrator.step(
                "consignment %d: %s g reserved, found admissible, declared, released, received"
                        .formatted(number, grams));
    }

    /** Only if it still stands there: a story that was cut off goes on. */
    private void move(String id, String officer, String from, String move, Object body) {
        if (status(id).equals(from)) {
            stage.create(
                    move + "-" + id,
                    stage.officer(officer),
                    "/whitelist/declarations/" + id + "/" + move,
                    body);
        }
    }

    private String status(String id) {
        return stage.get(stage.officer(ENTERPRISE), "/whitelist/declarations/" + id).text("status");
    }

    private Map<String, Object> papers(int number) {
        return Map.of(
                "number", "0202%d1%09d".formatted(today.getYear(), number),
                "customsOffice", OFFICE,
                "hsCode", HS_CODE,
                "consignee", stage.memory.known("organisation-" + ENTERPRISE),
                "declaredOn", today.toString());
    }

    private List<String> check(Entry entry, String grams) {
        return check(question(entry, grams));
    }

    private List<String> check(Entry entry, String grams, String reservation) {
        var question = question(entry, grams);
        question.put("reservation", reservation);
        return check(question);
    }

    private Map<String, Object> question(Entry entry, String grams) {
        var question = new HashMap<String, Object>();
        question.put("entryNumber", entry.number());
        question.put("unit", stage.memory.known("organisation-" + ENTERPRISE));
        question.put("hsCode", HS_CODE);
        question.put("quantity", quantity(grams));
        question.put("on", today.toString());
        question.put("customsOffice", OFFICE);
        return question;
    }

    private List<String> check(Map<String, Object> question) {
        return stage.act(
                        "customs check",
                        stage.officer(CUSTOMS),
                        "/whitelist/customs/checks",
                        question)
                .json()
                .path("reasons")
                .valueStream()
                .map(reason -> reason.path("code").asString())
                .toList();
    }

    private static Map<String, Object> quantity(String grams) {
        return Map.of("amount", grams, "unit", "g");
    }
}
