package org.whitelane.whitelist.declaration;

import org.whitelane.whitelist.core.Refused;

/** What came of a command about a declaration. */
public sealed interface DeclarationOutcome {

    record Done(ImportDeclaration declaration) implements DeclarationOutcome {}

    record Not(Refused refused) implements DeclarationOutcome {}

    /** The caller decided on another version than the one that is there. */
    record OtherVersion(long current) implements DeclarationOutcome {}
}
