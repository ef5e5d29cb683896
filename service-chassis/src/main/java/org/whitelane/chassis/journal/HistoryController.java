package org.whitelane.chassis.journal;

import io.swagger.v3.oas.annotations.Operation;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.security.Role;
import org.whitelane.chassis.web.Cursors;
import org.whitelane.chassis.web.Page;
import org.whitelane.chassis.web.Paging;
import org.whitelane.chassis.web.Problem;
import org.whitelane.events.Audience;

import java.util.List;

/**
 * What happened to an object and when, for all who may see it, as far as the marks of the fields
 * let them; says neither who nor why.
 */
@RestController
class HistoryController {

    private final HistoryList history;
    private final List<ObjectReaders> readers;
    private final Cursors cursors;
    private final String readType;

    HistoryController(
            HistoryList history, List<ObjectReaders> readers, Cursors cursors, String service) {
        this.history = history;
        this.readers = List.copyOf(readers);
        this.cursors = cursors;
        this.readType = AuditDesk.readType(service);
    }

    @GetMapping("/api/v1/${whitelane.api-path}/history")
    @Operation(
            summary = "Read what happened to an object, and when",
            description =
                    "For all who may see the object; tells neither who did it nor why. What"
                        + " happened is in `data`, as its fields' marks let the object's owner see"
                        + " it, and auditors. An object that is not theirs to see looks like one"
                        + " that is not there.")
    Page<HistoryEntry> read(@RequestParam String subject, Paging paging, Caller caller) {
        // an object that is not there and one that is not theirs to see look the same
        if (!maySee(subject, caller)) {
            throw notFound();
        }
        var scope = "history " + subject;
        var cursor = paging.cursor();
        long after = cursor == null ? 0 : Long.parseLong(cursors.decode(scope, cursor).getFirst());
        var rows = history.page(subject, readType, after, paging.fetch(), audience(caller));
        if (rows.isEmpty() && cursor == null) {
            throw notFound();
        }
        return Page.of(
                rows,
                paging,
                HistoryList.Row::entry,
                last -> cursors.encode(scope, List.of(Long.toString(last.number()))));
    }

    private boolean maySee(String subject, Caller caller) {
        return caller.has(Role.OPERATOR)
                || caller.has(Role.AUDITOR)
                || readers.stream().anyMatch(reader -> reader.maySee(subject, caller));
    }

    private static Audience audience(Caller caller) {
        return caller.has(Role.AUDITOR) ? Audience.REGULATOR : Audience.OWNER;
    }

    private static Problem notFound() {
        return Problem.notFound("The object");
    }
}
