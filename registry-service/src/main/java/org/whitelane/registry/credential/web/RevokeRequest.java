package org.whitelane.registry.credential.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record RevokeRequest(@NotBlank @Size(max = 500) String reason) {}
