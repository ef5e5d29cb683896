package org.whitelane.whitelist.declaration;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Officer;

import java.time.LocalDate;

/**
 * What happened to a declaration.
 *
 * @param before absent when it was planned
 * @param entryNumber of the entry it is under
 */
public record DeclarationChanged(
        @Nullable ImportDeclaration before,
        ImportDeclaration after,
        DeclarationAction action,
        String entryNumber,
        LocalDate on,
        Officer by) {}
