package org.whitelane.whitelist.scheme.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.idempotency.Idempotent;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Body;
import org.whitelane.chassis.web.IfMatch;
import org.whitelane.chassis.web.Problem;
import org.whitelane.whitelist.scheme.SchemeService;
import org.whitelane.whitelist.scheme.Schemes;
import org.whitelane.whitelist.web.Edge;

import java.util.List;

/** Schemes are public; who sits at their table is entered by a registrar. */
@RestController
@RequestMapping("/api/v1/whitelist/schemes")
class SchemeController {

    private final Schemes schemes;
    private final SchemeService service;

    SchemeController(Schemes schemes, SchemeService service) {
        this.schemes = schemes;
        this.service = service;
    }

    @GetMapping
    SchemeList list() {
        return new SchemeList(schemes.newest().stream().map(SchemeSummary::of).toList());
    }

    @GetMapping("/{code}")
    SchemeView show(@PathVariable String code) {
        var revision = schemes.revision(code);
        var scheme = schemes.newest(code).orElseThrow(() -> Problem.notFound("Scheme " + code));
        return SchemeView.of(revision, scheme, schemes.members(scheme));
    }

    @PostMapping("/{code}/members")
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
