package org.whitelane.whitelist.scheme.web;

import io.swagger.v3.oas.annotations.Operation;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.apidocs.Outage;
import org.whitelane.chassis.apidocs.Refuses;
import org.whitelane.chassis.idempotency.Idempotent;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Body;
import org.whitelane.chassis.web.IfMatch;
import org.whitelane.chassis.web.Problem;
import org.whitelane.whitelist.scheme.Closings;
import org.whitelane.whitelist.scheme.SchemeFile;
import org.whitelane.whitelist.scheme.SchemeService;
import org.whitelane.whitelist.scheme.Schemes;
import org.whitelane.whitelist.web.Edge;

import java.util.List;

/** Schemes are public; a registrar loads them and enters who sits at their table. */
@RestController
@RequestMapping("/api/v1/whitelist/schemes")
class SchemeController {

    private final Schemes schemes;
    private final Closings closings;
    private final SchemeService service;

    SchemeController(Schemes schemes, Closings closings, SchemeService service) {
        this.schemes = schemes;
        this.closings = closings;
        this.service = service;
    }

    @GetMapping
    @Operation(summary = "List the pilot schemes with their newest rules")
    SchemeList list() {
        return new SchemeList(schemes.newest().stream().map(SchemeSummary::of).toList());
    }

    @GetMapping("/{code}")
    @Operation(summary = "Read a scheme's rules and who sits at its table")
    SchemeView show(@PathVariable String code) {
        var revision = schemes.revision(code);
        var scheme = schemes.newest(code).orElseThrow(() -> Problem.notFound("Scheme " + code));
        return SchemeView.of(revision, scheme, schemes.members(scheme), closings.find(code));
    }

    /** A new scheme, or a new version of one: its file, of which every fault is told at once. */
    @PostMapping
    @Operation(
            summary = "Load a scheme's file as a new scheme or version",
            description =
                    "A file that contradicts itself is refused with line and column of every"
                            + " fault.")
    @PreAuthorize("hasRole('REGISTRAR')")
    @Idempotent
    ResponseEntity<LoadedView> load(@Body SchemeFileForm form, Caller caller) {
        var scheme = LoadedView.scheme(SchemeFile.read(form.content()));
        var loaded = LoadedView.of(service.activate(scheme, Edge.officer(caller)));
        return ResponseEntity.status(HttpStatus.CREATED).body(loaded);
    }

    /** What loading the file would say; nothing is stored. */
    @PostMapping("/validation")
    @Refuses(without = Outage.NOTHING)
    @Operation(
            summary = "Try a scheme's file without loading it",
            description = "The same rules and the same answer as loading; nothing is kept.")
    @PreAuthorize("hasRole('REGISTRAR')")
    LoadedView validate(@Body SchemeFileForm form) {
        return LoadedView.of(LoadedView.scheme(SchemeFile.read(form.content())));
    }

    @PostMapping("/{code}/members")
    @Operation(
            summary = "Bind an organisation to an agency's seat in a scheme",
            description =
                    "From now on that organisation's officers speak for the agency. It is a"
                            + " change of the scheme: `If-Match` compares the scheme's revision.")
    @PreAuthorize("hasRole('REGISTRAR')")
    @Idempotent
    ResponseEntity<MemberView> bind(
            @PathVariable String code, @Body MemberForm form, Caller caller, IfMatch expected) {
        var binding =
                service.bind(
                        code,
                        form.agencyRole(),
                        form.organisation(),
                        Edge.officer(caller),
                        expected);
        return ResponseEntity.status(HttpStatus.CREATED).body(MemberView.of(binding));
    }

    record SchemeList(List<SchemeSummary> items) {}
}
