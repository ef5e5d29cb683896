package org.whitelane.whitelist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whitelane.whitelist.support.Table.draft;

import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.whitelane.whitelist.support.Imports;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.Statements;
import org.whitelane.whitelist.support.WhitelistApi.Answer;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How many statements the database is asked for what happens most; each is a way there and back.
 */
class SqlCountTests extends ServiceTestBase {

    private static final Logger LOG = LoggerFactory.getLogger(SqlCountTests.class);

    @Test
    void acceptingARequest() {
        var id = submitted("示例语句甲（虚构）");

        var accepted = api.move(table.intake(), id, "acceptance").expect(200);

        assertThat(told("acceptance", accepted)).hasSizeLessThanOrEqualTo(ACCEPTANCE);
    }

    /** To take the key, to look for its answer, and to keep one. */
    @Test
    void acceptingARequestOnceForAKey() {
        var id = submitted("示例语句丙（虚构）");

        var accepted =
                api.postOnce(
                                UUID.randomUUID().toString(),
                                table.intake(),
                                "/requests/" + id + "/acceptance",
                                "{}")
                        .expect(200);

        assertThat(told("acceptance with a key", accepted))
                .hasSizeLessThanOrEqualTo(ACCEPTANCE + 3);
    }

    /** What is read once is read before. */
    private String submitted(String unitName) {
        var unit = table.enterprise(unitName);
        table.request(unit, draft("Sucrose", "57-50-1"), "ACCEPTED");
        return table.request(unit, draft("Dextran", "9004-54-0"), "SUBMITTED");
    }

    @Test
    void checkingAtCustoms() {
        var unit = table.enterprise("示例语句乙（虚构）");
        var imports = new Imports(api, table);
        var number =
                api.get(unit, "/entries/" + imports.entry(unit)).expect(200).text("entryNumber");
        var question =
                Map.of(
                        "entryNumber",
                        number,
                        "unit",
                        Objects.requireNonNull(unit.organisation()),
                        "hsCode",
                        "3913.90.0090",
                        "quantity",
                        Imports.quantity("0.5", "kg"),
                        "on",
                        LocalDate.now(ZoneId.of("Asia/Shanghai")).toString(),
                        "customsOffice",
                        "天津海关");
        api.post(imports.customs(), "/customs/checks", question).expect(200);

        var checked = api.post(imports.customs(), "/customs/checks", question).expect(200);

        assertThat(checked.body().path("admissible").asBoolean()).isTrue();
        assertThat(told("customs check", checked)).hasSize(1);
    }

    private static final int ACCEPTANCE = 6;

    private static List<String> told(String what, Answer answer) {
        var statements = Statements.of(answer);
        LOG.atWarn()
                .log(
                        "{}: {} statements{}",
                        what,
                        statements.size(),
                        IntStream.range(0, statements.size())
                                .mapToObj(i -> "\n%d. %s".formatted(i + 1, line(statements.get(i))))
                                .collect(Collectors.joining()));
        return statements;
    }

    private static String line(String statement) {
        return statement.strip().replaceAll("\\s+", " ");
    }
}
