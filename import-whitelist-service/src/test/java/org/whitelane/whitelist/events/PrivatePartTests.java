package org.whitelane.whitelist.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.whitelane.whitelist.support.Table.draft;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.whitelane.testing.Infra;
import org.whitelane.whitelist.support.ServiceTestBase;

import java.util.List;
import java.util.Map;

/** Who, why, and the change stand beside the event, not in it. */
class PrivatePartTests extends ServiceTestBase {

    /** The service itself can write private parts and read none. */
    private final JdbcClient db = auditor();

    @Test
    void keepsWhoAndWhyAndTheChange() {
        var a = table.enterprise("示例甲（虚构）");
        var request = table.request(a, draft("Dextran", "9004-54-0"), "JOINT_REVIEW");
        api.post(
                        table.office(),
                        "/requests/" + request + "/rejection",
                        Map.of("reason", "no capability", "remedy", "appeal in 60 days"))
                .expect(200);

        assertThat(types(request))
                .containsExactly(
                        "request-drafted.v1 whitelist.internal " + a.subject(),
                        "request-submitted.v1 whitelane.whitelist.request.v1 " + a.subject(),
                        "request-accepted.v1 whitelane.whitelist.request.v1 intake",
                        "joint-review-opened.v1 whitelane.whitelist.request.v1 office",
                        "request-rejected.v1 whitelane.whitelist.request.v1 office");
        var last = lastBody(request);
        assertThat(last).contains("no capability", "\"before\"", "JOINT_REVIEW", "REJECTED");
    }

    private List<String> types(String subject) {
        return db.sql(
                        """
                        select replace(e.type, 'org.whitelane.whitelist.', '') || ' ' || e.stream || ' ' || p.actor
                        from journal_entry e join journal_private p on p.entry_id = e.id
                        where e.subject = :subject order by e.id
                        """)
                .param("subject", subject)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private String lastBody(String subject) {
        return db.sql(
                        """
                        select p.body from journal_entry e join journal_private p on p.entry_id = e.id
                        where e.subject = :subject order by e.id desc limit 1
                        """)
                .param("subject", subject)
                .query((row, _) -> new String(row.getBytes(1), UTF_8))
                .single();
    }

    private static JdbcClient auditor() {
        var database = Infra.database("whitelist");
        var role = database.auditor();
        return JdbcClient.create(
                new DriverManagerDataSource(database.url(), role.username(), role.password()));
    }
}
