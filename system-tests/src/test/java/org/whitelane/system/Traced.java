package org.whitelane.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.whitelane.testing.TraceReceiver.Received;

import java.util.List;
import java.util.stream.Collectors;

/** Reads what a collector was sent. */
final class Traced {

    private static final String BATCH = "whitelane.whitelist.batch.v1";

    private Traced() {}

    /** Returns the trace's id. */
    static String aBatchFromTheDoorToTheMail(List<Received> spans) {
        var request =
                only(
                        spans,
                        "import-whitelist-service",
                        "POST /api/v1/whitelist/batches/{id}/publication");
        var trace =
                spans.stream()
                        .filter(span -> span.trace().equals(request.trace()))
                        .collect(Collectors.toList());
        var call = only(trace, "gateway", "POST");
        var door = byId(trace, call.parent());
        var send = only(trace, "import-whitelist-service", "send " + BATCH);
        var process = only(trace, "notification-service", "process " + BATCH);

        assertThat(door)
                .extracting(Received::service, Received::kind)
                .contains("gateway", "SERVER");
        assertThat(door.parent()).as("the trace begins at the door").isEmpty();
        assertThat(request.parent()).isEqualTo(call.id());
        assertThat(send.parent()).isEqualTo(request.id());
        assertThat(process.parent()).isEqualTo(send.id());
        assertThat(trace.stream().filter(span -> span.name().equals("send mail")))
                .isNotEmpty()
                .allMatch(mail -> mail.service().equals("notification-service") && !mail.error())
                .allMatch(mail -> mail.parent().equals(process.id()));
        for (var work : List.of(request, process)) {
            assertThat(trace.stream().filter(span -> span.parent().equals(work.id())))
                    .as("statements of " + work.name())
                    .anyMatch(Traced::isStatement);
        }
        assertThat(spans.stream().filter(Traced::isStatement))
                .as("statements belong to work")
                .noneMatch(span -> span.parent().isEmpty());
        assertThat(spans.toString())
                .as("no address, no token, no name is told to a collector")
                .doesNotContain("@", "token=", "示例");
        return request.trace();
    }

    private static boolean isStatement(Received span) {
        return span.kind().equals("CLIENT")
                && "postgresql".equals(span.attributes().get("db.system.name"));
    }

    private static Received only(List<Received> spans, String service, String name) {
        var found =
                spans.stream()
                        .filter(s -> s.service().equals(service) && s.name().equals(name))
                        .toList();
        assertThat(found).as(service + ": " + name).hasSize(1);
        return found.getFirst();
    }

    private static Received byId(List<Received> spans, String id) {
        return spans.stream().filter(span -> span.id().equals(id)).findFirst().orElseThrow();
    }
}
