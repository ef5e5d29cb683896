package org.whitelane.whitelist.scheme.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * @param agencyRole as the scheme names it, e.g. CUSTOMS
 * @param organisation the registry's id
 */
record MemberForm(
        @NotBlank @Size(max = 40) String agencyRole,
        @NotBlank @Size(max = 64) String organisation) {}
