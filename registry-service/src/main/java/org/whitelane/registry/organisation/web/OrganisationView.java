package org.whitelane.registry.organisation.web;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.web.Versioned;
import org.whitelane.registry.organisation.Organisation;

import java.util.List;
import java.util.UUID;

/** The party as every officer may see it; why a credit code was overridden stays inside. */
record OrganisationView(
        UUID id,
        String creditCode,
        String creditCodeCheck,
        String nameZh,
        @Nullable String nameEn,
        List<String> types,
        String registeredDivision,
        List<String> pilotAreas,
        String status,
        long version)
        implements Versioned {

    static OrganisationView from(Organisation organisation) {
        return new OrganisationView(
                organisation.id(),
                organisation.creditCode().value(),
                organisation.creditCodeCheck(),
                organisation.nameZh(),
                organisation.nameEn(),
                organisation.types().stream().map(Enum::name).toList(),
                organisation.registeredDivision().value(),
                organisation.pilotAreas(),
                organisation.status().name(),
                organisation.version());
    }
}
