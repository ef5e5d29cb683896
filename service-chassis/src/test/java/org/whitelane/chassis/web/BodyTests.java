package org.whitelane.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The strict reader without any server: each kind of bad input, alone and all together. */
class BodyTests {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    enum Colour {
        RED,
        BLUE
    }

    record Code(String value) {
        public static Code parse(String text) {
            if (!text.matches("C\\d+")) {
                throw new IllegalArgumentException("A code is a C and digits, e.g. C1.");
            }
            return new Code(text);
        }
    }

    record Amount(@Positive BigDecimal value, @NotBlank String unit) {}

    record Line(@Format(CodeHolder.class) String code, Amount amount, @Nullable LocalDate on) {}

    /** What {@link Format} asks for must be public. */
    public record CodeHolder(String value) {
        public static CodeHolder parse(String text) {
            return new CodeHolder(Code.parse(text).value());
        }
    }

    record Form(
            @Size(max = 5) String name,
            int count,
            @Nullable Long big,
            Colour colour,
            @Nullable UUID id,
            @Nullable YearMonth month,
            @Nullable Boolean flag,
            @Nullable Set<Colour> colours,
            @Nullable Map<String, Integer> sizes,
            @Size(min = 1) List<Line> lines,
            @Nullable List<@Format(CodeHolder.class) String> codes) {

        Form {
            if (name.equals("never")) {
                throw new IllegalArgumentException("never is never right");
            }
        }
    }

    private static final String LINE =
            "{\"code\":\"C1\",\"amount\":{\"value\":1.50,\"unit\":\"g\"}}";
    private static final String GOOD =
            "{\"name\":\"a\",\"count\":1,\"colour\":\"RED\",\"lines\":[" + LINE + "]%s}";

    private static Object read(byte[] body) {
        var faults = new Faults();
        var tree = JsonTree.read(body, faults);
        var bound =
                new BodyBinder(VALIDATOR, new Scalars(JsonMapper.shared()), faults)
                        .record(tree, Form.class, "");
        faults.refuseIfAny();
        return java.util.Objects.requireNonNull(bound);
    }

    private static Problem refusal(String body) {
        return catchThrowableOfType(Problem.class, () -> read(body.getBytes(UTF_8)));
    }

    private static List<String> faults(String body) {
        return refusal(body).faults().stream().map(f -> f.pointer() + " " + f.code()).toList();
    }

    @Test
    void bindsWhatIsRight() {
        var form =
                (Form)
                        read(
                                GOOD.formatted(
                                                ",\"month\":\"2026-01\",\"colours\":[\"BLUE\"],\"sizes\":{\"a\":3}")
                                        .getBytes(UTF_8));

        assertThat(form.name()).isEqualTo("a");
        assertThat(form.lines().getFirst().amount().value()).isEqualTo(new BigDecimal("1.50"));
        assertThat(form.colours()).containsExactly(Colour.BLUE);
        assertThat(form.month()).isEqualTo(YearMonth.of(2026, 1));
        assertThat(form.sizes()).containsEntry("a", 3);
    }

    @Test
    void tellsEveryFaultAtOnceSortedByPlace() {
        var body =
                """
                {"name":"toolong","count":"3","colour":"GREEN","id":"1-1-1-1-1","month":"2026-13","flag":0,
                 "nonsense":1,"count":4,"big":1.0,
                 "colours":["RED","RED"],"sizes":{"a":"x"},
                 "codes":["C1","D2",3],
                 "lines":[{"code":"x","amount":{"value":-1,"unit":" "},"on":"2026-02-30"},{"amount":5},null]}
                """;

        assertThat(faults(body))
                .containsExactly(
                        "/big wrong-type",
                        "/codes/1 code-holder",
                        "/codes/2 wrong-type",
                        "/colour unknown-value",
                        "/colours/1 duplicate-element",
                        "/count duplicate-field",
                        "/count wrong-type",
                        "/flag wrong-type",
                        "/id uuid",
                        "/lines/0/amount/unit blank",
                        "/lines/0/amount/value positive",
                        "/lines/0/code code-holder",
                        "/lines/0/on date",
                        "/lines/1/amount wrong-type",
                        "/lines/1/code required",
                        "/lines/2 required",
                        "/month year-month",
                        "/name size",
                        "/nonsense unknown-field",
                        "/sizes/a wrong-type");
    }

    @Test
    void saysWhatWouldBeRight() {
        var problem = refusal(GOOD.formatted(",\"colours\":[\"PINK\"],\"x\":1,\"codes\":[\"D\"]"));

        assertThat(problem.faults())
                .extracting(Fault::detail)
                .containsExactly(
                        "A code is a C and digits, e.g. C1.",
                        "Must be one of: RED, BLUE.",
                        "There is no field 'x' here; there are: name, count, big, colour, id,"
                                + " month, flag, colours, sizes, lines, codes.");
    }

    @Test
    void requiresEverythingThatMayNotBeNull() {
        assertThat(faults("{\"name\":null}"))
                .containsExactly(
                        "/colour required", "/count required", "/lines required", "/name required");
    }

    @Test
    void passesTheRefusalOfARecordOn() {
        var problem = refusal(GOOD.replace("\"a\"", "\"never\"").formatted(""));

        assertThat(problem.faults())
                .containsExactly(new Fault("", "invalid-value", "Never is never right."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1 | ends in the middle of a JSON value (line 1, column",
                "{\"a\":1}} | not valid JSON (line 1, column",
                "{\"a\":1} 2 | goes on after its JSON value (line 1, column 9)",
                "{'a':1} | not valid JSON (line 1, column",
                "{\"a\":01} | not valid JSON",
                "{\"a\":NaN} | not valid JSON",
                "{\"a\":1,} | not valid JSON",
                "'' | The body is empty",
            })
    void namesThePlaceOfMalformedJson(String body, String says) {
        var problem = refusal(body);

        assertThat(problem.code()).isEqualTo("malformed-json");
        assertThat(problem.detail()).contains(says);
    }

    @Test
    void refusesOtherEncodings() {
        var latin =
                catchThrowableOfType(
                        Problem.class,
                        () -> read("{\"name\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1)));
        var utf16 =
                catchThrowableOfType(
                        Problem.class,
                        () -> read("{\"name\":\"é\"}".getBytes(StandardCharsets.UTF_16)));

        assertThat(latin.code()).isEqualTo("malformed-json");
        assertThat(utf16.code()).isEqualTo("malformed-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"x\"", "null"})
    void wantsAnObject(String body) {
        assertThat(faults(body)).containsExactly(" wrong-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u0000",
                "\\ud800",
                "\\udc00x",
                "a\\ud83d", // the database cannot hold these
                "gpj\\u202etxt",
                "\\u2066a",
                "a\\u200bb",
                "\\ufeffa",
                "a\\u00ad",
                "\\u001b[31m",
                "\\u0085"
            })
    void refusesTextThatCannotBeHeldOrSeen(String text) {
        assertThat(faults(GOOD.formatted("").replace("\"a\"", "\"" + text + "\"")))
                .containsExactly("/name text-not-allowed");
        assertThat(faults(GOOD.formatted(",\"" + text + "\":1")))
                .containsExactly(" text-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\tb\\n", "\\ud842\\udfb7野家", "é", "\\u3000甲"})
    void takesTextThatPeopleWrite(String text) {
        assertThat(nameOf(text)).hasSizeGreaterThan(0);
    }

    @Test
    void composesWhatLooksEqual() {
        assertThat(nameOf("Cafe\\u0301")).isEqualTo("Café");
    }

    private static String nameOf(String text) {
        var body = GOOD.formatted("").replace("\"a\"", "\"" + text + "\"");
        return ((Form) read(body.getBytes(UTF_8))).name();
    }

    @Test
    void refusesNumbersThatWouldFillTheMemory() {
        assertThat(faults(GOOD.formatted("").replace("1.50", "1e999999999")))
                .containsExactly("/lines/0/amount/value number-out-of-range");
        assertThat(faults(GOOD.formatted("").replace("\"count\":1", "\"count\":2147483648")))
                .containsExactly("/count wrong-type");
    }

    @Test
    void refusesDepthThatWouldFillTheStack() {
        assertThat(refusal("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}").code())
                .isEqualTo("malformed-json");
    }

    @Test
    void staysReadableWithThousandsOfFaults() {
        var body = new StringBuilder("{\"x\":0");
        for (int i = 0; i < 5000; i++) {
            body.append(",\"f").append(i).append("\":1");
        }

        assertThat(faults(body.append("}").toString())).hasSize(100);
    }
}
