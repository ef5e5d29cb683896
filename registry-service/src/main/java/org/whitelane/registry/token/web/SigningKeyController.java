package org.whitelane.registry.token.web;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whitelane.chassis.security.Caller;
import org.whitelane.registry.core.Act;
import org.whitelane.registry.token.KeyRing;
import org.whitelane.registry.token.Rotation;

@RestController
@RequestMapping("/api/v1/registry/signing-keys")
class SigningKeyController {

    private final KeyRing keys;

    SigningKeyController(KeyRing keys) {
        this.keys = keys;
    }

    @PostMapping("/rotation")
    @PreAuthorize("hasRole('OPERATOR')")
    Rotation rotate(Caller caller) {
        return keys.rotate(Act.by(caller.subject()));
    }
}
