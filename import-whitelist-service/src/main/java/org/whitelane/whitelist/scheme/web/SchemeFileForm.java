package org.whitelane.whitelist.scheme.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * @param content the file as text, so that faults can name their line in it
 */
record SchemeFileForm(@NotBlank @Size(max = 100_000) String content) {}
