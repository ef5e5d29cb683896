package org.whitelane.chassis.observability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select * from entry where id = ?           | SELECT entry",
                "INSERT INTO journal_entry (a) values (?)   | INSERT journal_entry",
                "update only quota set used = used + ?      | UPDATE quota",
                "delete from claim where until < ?          | DELETE claim",
                "with next as (select id from message) select 1 | WITH message",
                "select pg_notify(?, ?)                     | SELECT",
                "select x from (select y from public.z) q   | SELECT public.z",
                "listen                                     | LISTEN",
            })
    void namesTheOperationAndTheFirstTable(String sql, String summary) {
        assertThat(Statement.of(sql).summary()).isEqualTo(summary);
    }

    @Test
    void isOneLineWithoutWhatStandsInQuotes() {
        var statement =
                Statement.of(
                        """
                        select id
                          from person
                         where name = '示例 ''甲''' and kind = 'A' and age > ?
                        """);

        assertThat(statement.text())
                .isEqualTo("select id from person where name = ? and kind = ? and age > ?");
        assertThat(statement.operation()).isEqualTo("SELECT");
    }
}
