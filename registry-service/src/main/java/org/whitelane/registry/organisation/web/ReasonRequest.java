package org.whitelane.registry.organisation.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record ReasonRequest(@NotBlank @Size(max = 500) String reason) {}
