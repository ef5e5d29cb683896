package org.whitelane.chassis.journal;

import io.swagger.v3.oas.annotations.Operation;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Problem;

import java.util.List;
import java.util.Map;

/** For whoever has to look after a stopped stream. */
@RestController
@RequestMapping("/api/v1/${whitelane.api-path}/admin/streams")
class StreamAdminController {

    private final JournalStatus status;
    private final Journal journal;

    StreamAdminController(JournalStatus status, Journal journal) {
        this.status = status;
        this.journal = journal;
    }

    @GetMapping
    @Operation(summary = "Show the event streams: how far written, sent, or stopped why")
    @PreAuthorize("hasAnyRole('OPERATOR', 'AUDITOR')")
    StreamList list() {
        return new StreamList(status.all());
    }

    /** The relay compares stream and topic again, and stops again if they still differ. */
    @PostMapping("/{stream}/resume")
    @Operation(
            summary = "Resume a stopped stream",
            description =
                    "The relay compares stream and topic again, and stops again while they "
                            + "still differ.")
    @PreAuthorize("hasRole('OPERATOR')")
    @Transactional
    StreamStatus resume(@PathVariable String stream, Caller caller) {
        var found = find(stream);
        var reason = found.stopped();
        if (reason == null || !status.resume(stream)) {
            throw Problem.conflict(
                    "not-stopped", "The stream %s is not stopped.".formatted(stream));
        }
        journal.append(
                new InternalEvent(
                        "org.whitelane.chassis.stream-resumed.v1",
                        stream,
                        Map.of("stream", stream, "stoppedBecause", reason)),
                PrivatePart.by(caller.subject()));
        return find(stream);
    }

    private StreamStatus find(String stream) {
        return status.all().stream()
                .filter(s -> s.stream().equals(stream))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("The stream"));
    }

    record StreamList(List<StreamStatus> items) {}
}
