package org.whitelane.registry.events;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.whitelane.chassis.journal.Journal;
import org.whitelane.chassis.journal.PrivatePart;
import org.whitelane.events.RegistryEvent;
import org.whitelane.registry.core.Act;
import org.whitelane.registry.organisation.CreditFlag;
import org.whitelane.registry.organisation.Organisation;
import org.whitelane.registry.organisation.OrganisationHappened;

import java.util.List;

/** Writes what happens to parties, in the transaction that did it. */
@Component
class OrganisationJournal {

    private final Journal journal;

    OrganisationJournal(Journal journal) {
        this.journal = journal;
    }

    @EventListener
    void on(OrganisationHappened happened) {
        switch (happened) {
            case OrganisationHappened.Registered(var it, var act) ->
                    journal.append(
                            new RegistryEvent.OrganisationRegistered(
                                    it.id().toString(), published(it)),
                            part(act, null, published(it)));
            case OrganisationHappened.Changed(var before, var after, var act) ->
                    journal.append(
                            new RegistryEvent.OrganisationChanged(
                                    after.id().toString(), published(after)),
                            part(act, published(before), published(after)));
            case OrganisationHappened.FlagRaised(var party, var flag, var act) ->
                    journal.append(
                            new RegistryEvent.CreditFlagRaised(
                                    party.id().toString(), published(flag)),
                            part(act, null, published(flag)));
            case OrganisationHappened.FlagLifted(var party, var before, var after, var act) ->
                    journal.append(
                            new RegistryEvent.CreditFlagLifted(
                                    party.id().toString(), published(after)),
                            part(act, published(before), published(after)));
        }
    }

    private static PrivatePart part(Act act, @Nullable Object before, Object after) {
        return PrivatePart.by(act.actor()).because(act.reason()).change(before, after);
    }

    private static RegistryEvent.Organisation published(Organisation organisation) {
        return new RegistryEvent.Organisation(
                organisation.creditCode().value(),
                organisation.creditCodeCheck(),
                organisation.nameZh(),
                organisation.nameEn(),
                organisation.types().stream().map(Enum::name).toList(),
                organisation.registeredDivision().value(),
                List.copyOf(organisation.pilotAreas()),
                organisation.status().name());
    }

    private static RegistryEvent.CreditFlag published(CreditFlag flag) {
        var to = flag.to();
        return new RegistryEvent.CreditFlag(
                flag.id().toString(),
                flag.kind().name(),
                flag.from().toString(),
                to == null ? null : to.toString(),
                flag.source());
    }
}
