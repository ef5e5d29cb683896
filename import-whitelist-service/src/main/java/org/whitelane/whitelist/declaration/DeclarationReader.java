package org.whitelane.whitelist.declaration;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.scheme.Schemes;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads declarations for those who may see them; for others they are not there. */
@Component
public class DeclarationReader {

    private final Declarations declarations;
    private final Schemes schemes;

    DeclarationReader(Declarations declarations, Schemes schemes) {
        this.declarations = declarations;
        this.schemes = schemes;
    }

    public Optional<ImportDeclaration> find(UUID id, Officer officer) {
        return declarations
                .find(id)
                .filter(
                        declaration ->
                                officer.actsFor(declaration.organisation())
                                        || schemes.readableBy(officer)
                                                .contains(declaration.scheme()));
    }

    public List<ImportDeclaration> page(
            Officer officer,
            @Nullable UUID entry,
            @Nullable DeclarationStatus status,
            @Nullable UUID after,
            int limit) {
        return declarations.page(
                officer.organisation(),
                schemes.readableBy(officer),
                new Declarations.Wanted(entry, status, after),
                limit);
    }
}
