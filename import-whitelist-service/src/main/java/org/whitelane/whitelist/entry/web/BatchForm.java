package org.whitelane.whitelist.entry.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.util.List;
import java.util.UUID;

/**
 * @param decisionDocument number of the joint document
 * @param requests in the order of the list
 */
record BatchForm(
        @NotBlank @Size(max = 40) String scheme,
        @NotBlank @Size(max = 200) String decisionDocument,
        @NotEmpty @Size(max = 200) List<@NotNull UUID> requests) {}
