package org.whitelane.whitelist.request.web;

import io.swagger.v3.oas.annotations.Operation;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Problem;
import org.whitelane.whitelist.request.CaseReader;
import org.whitelane.whitelist.web.Edge;

import java.util.UUID;

/** What people compare before they decide. */
@RestController
@RequestMapping("/api/v1/whitelist/requests/{id}/duplicates")
class DuplicateController {

    private final CaseReader reader;

    DuplicateController(CaseReader reader) {
        this.reader = reader;
    }

    @GetMapping
    @Operation(
            summary = "Compare a request with what it may double",
            description =
                    "Open and recognised requests and live entries of the same unit for the same"
                        + " article and project, each beside the request: the newest 100. It is for"
                        + " people to judge: nothing is merged, and nothing refused for it.")
    DuplicateView list(@PathVariable UUID id, Caller caller) {
        var officer = Edge.officer(caller);
        return reader.find(id, officer)
                .map(seen -> DuplicateView.of(seen, reader.duplicates(seen.request(), officer)))
                .orElseThrow(() -> Problem.notFound("Request " + id));
    }
}
