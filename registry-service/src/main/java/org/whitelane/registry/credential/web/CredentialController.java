package org.whitelane.registry.credential.web;

import io.swagger.v3.oas.annotations.Operation;

import org.springframework.http.CacheControl;
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
import org.whitelane.chassis.web.Fault;
import org.whitelane.chassis.web.IfMatch;
import org.whitelane.chassis.web.Problem;
import org.whitelane.registry.core.Act;
import org.whitelane.registry.credential.CredentialService;
import org.whitelane.registry.credential.Issuance;
import org.whitelane.registry.credential.Revocation;

import java.net.URI;
import java.util.List;

@RestController
@RequestMapping(CredentialController.PATH)
class CredentialController {

    static final String PATH = "/api/v1/registry/credentials";

    private final CredentialService credentials;

    CredentialController(CredentialService credentials) {
        this.credentials = credentials;
    }

    @PostMapping
    @Operation(
            summary = "Issue a credential to an officer of an organisation",
            description =
                    "The secret is shown in this answer only; the registry keeps a hash of "
                            + "it. The organisation must be active.")
    @Idempotent(secret = true)
    @PreAuthorize("hasRole('REGISTRAR')")
    ResponseEntity<IssuedView> issue(@Body IssueRequest request, Caller caller) {
        var faults = request.faults();
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return switch (credentials.issue(request.toWanted(), Act.by(caller.subject()))) {
            case Issuance.Issued(var credential, var secret) ->
                    ResponseEntity.created(URI.create(PATH + "/" + credential.clientId()))
                            .cacheControl(CacheControl.noStore())
                            .body(IssuedView.from(credential, secret));
            case Issuance.UnknownOrganisation(var id) ->
                    throw Problem.refused(
                            "organisation-unknown",
                            "A credential acts for an organisation that is registered.",
                            List.of(
                                    new Fault(
                                            "/organisation",
                                            "organisation-unknown",
                                            "No organisation has the id %s.".formatted(id))));
            case Issuance.OrganisationNotActive(var id, var status) ->
                    throw Problem.conflict(
                            "organisation-not-active",
                            "Organisation %s is %s; its officers get no credentials."
                                    .formatted(id, status));
        };
    }

    /** Never the secret: of that there is only a hash. */
    @GetMapping("/{clientId}")
    @Operation(summary = "Read a credential, without its secret")
    @PreAuthorize("hasAnyRole('REGISTRAR', 'AUDITOR')")
    CredentialView one(@PathVariable String clientId) {
        return credentials
                .find(clientId)
                .map(CredentialView::from)
                .orElseThrow(() -> Problem.notFound("The credential"));
    }

    @PostMapping("/{clientId}/revocation")
    @Operation(
            summary = "Revoke a credential",
            description =
                    "It gets no more tokens from now on; the last one it got ends by itself"
                            + " within five minutes.")
    @PreAuthorize("hasRole('REGISTRAR')")
    CredentialView revoke(
            @PathVariable String clientId,
            @Body RevokeRequest request,
            Caller caller,
            IfMatch expected) {
        var act = Act.by(caller.subject()).because(request.reason());
        var outcome =
                credentials
                        .revoke(clientId, act, expected)
                        .orElseThrow(() -> Problem.notFound("The credential"));
        return switch (outcome) {
            case Revocation.Revoked(var credential) -> CredentialView.from(credential);
            case Revocation.OtherVersion(var current) -> throw Problem.versionMismatch(current);
            case Revocation.AlreadyRevoked _ ->
                    throw Problem.conflict("already-revoked", "The credential is revoked already.");
        };
    }
}
