package org.whitelane.chassis.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.whitelane.embedded.Credentials;
import org.whitelane.embedded.Database;
import org.whitelane.testing.Infra;

import java.util.Map;

class AnswersTests {

    private final Database database = migrated();
    private final Answers answers = new Answers(as(database.app()));

    private static Database migrated() {
        var database = Infra.freshDatabase("answers");
        Flyway.configure()
                .dataSource(
                        database.url(), database.owner().username(), database.owner().password())
                .locations("classpath:db/chassis")
                .placeholders(
                        Map.of(
                                "app", database.app().username(),
                                "relay", database.relay().username(),
                                "eraser", database.eraser().username(),
                                "auditor", database.auditor().username()))
                .load()
                .migrate();
        return database;
    }

    private JdbcClient as(Credentials role) {
        return JdbcClient.create(
                new DriverManagerDataSource(database.url(), role.username(), role.password()));
    }

    private void store(String scope, String age) {
        answers.store(
                Keys.sha256(scope.getBytes(UTF_8)),
                new Answer(new byte[32], 201, null, null, new byte[0], false));
        as(database.owner())
                .sql(
                        "update idempotency_answer set created_at = now() - cast(? as interval)"
                                + " where scope = ?")
                .params(age, Keys.sha256(scope.getBytes(UTF_8)))
                .update();
    }

    private boolean known(String scope) {
        return answers.find(Keys.sha256(scope.getBytes(UTF_8))).isPresent();
    }

    @Test
    void keepsAnswersLongerThanPromisedButNotForEver() {
        store("young", "71 hours");
        store("old", "73 hours");

        new AnswerPurge(answers).run();

        assertThat(known("young")).isTrue();
        assertThat(known("old")).isFalse();
    }

    @Test
    void purgesInSteps() {
        for (int i = 0; i < 5; i++) {
            store("old" + i, "100 hours");
        }

        assertThat(answers.purge(3)).isEqualTo(3);
        assertThat(answers.purge(3)).isEqualTo(2);
    }

    @Test
    void hasACursorKeyOfItsOwnInEachDatabase() {
        assertThat(cursorKey()).hasSize(32).isNotEqualTo(new AnswersTests().cursorKey());
    }

    private byte[] cursorKey() {
        return as(database.app())
                .sql("select key from chassis_key where name = 'cursor'")
                .query(byte[].class)
                .single();
    }
}
