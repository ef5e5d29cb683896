package org.whitelane.whitelist.party;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.whitelane.chassis.inbox.EventHandler;
import org.whitelane.chassis.inbox.InboxBacklog;
import org.whitelane.chassis.inbox.InboxConsumer;
import org.whitelane.events.EventEnvelope;
import org.whitelane.events.EventPayload;
import org.whitelane.events.RegistryEvent;
import org.whitelane.events.RegistryEvent.CalendarImported;
import org.whitelane.events.RegistryEvent.CreditFlagLifted;
import org.whitelane.events.RegistryEvent.CreditFlagRaised;
import org.whitelane.events.RegistryEvent.Organisation;
import org.whitelane.events.RegistryEvent.OrganisationChanged;
import org.whitelane.events.RegistryEvent.OrganisationRegistered;
import org.whitelane.events.Topic;
import org.whitelane.kernel.CalendarYear;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps parties and calendar up to date; each change of a party is passed on to whoever decided
 * about it.
 */
@Component
class RegistryListener implements EventHandler {

    /** The name for ever: the inbox keeps its place under it. */
    static final String CONSUMER = "registry-projection";

    static final String ORGANISATIONS = Topic.ORGANISATION.topicName();

    private final Parties parties;
    private final Calendars calendars;
    private final InboxBacklog backlog;
    private final ApplicationEventPublisher changes;

    RegistryListener(
            Parties parties,
            Calendars calendars,
            InboxBacklog backlog,
            ApplicationEventPublisher changes) {
        this.parties = parties;
        this.calendars = calendars;
        this.backlog = backlog;
        this.changes = changes;
    }

    @Bean
    InboxConsumer registryConsumer(RegistryProjection projection) {
        return InboxConsumer.projection(
                CONSUMER, Set.of(Topic.ORGANISATION, Topic.CALENDAR), this, projection);
    }

    @Override
    public void on(EventEnvelope<EventPayload> event) {
        if (event.data() instanceof RegistryEvent data) {
            on(data, event.aggregateVersion());
        }
    }

    private void on(RegistryEvent event, long version) {
        switch (event) {
            case OrganisationRegistered(var id, var body) ->
                    save(party(id, body, List.of(), version));
            case OrganisationChanged(var id, var body) ->
                    save(party(id, body, known(id).flags(), version));
            case CreditFlagRaised(var id, var flag) ->
                    save(known(id).withFlag(flag(flag, false), version));
            case CreditFlagLifted(var id, var flag) ->
                    save(known(id).withFlag(flag(flag, true), version));
            case CalendarImported year -> save(year);
            case RegistryEvent.CheckpointTaken _ -> {} // of a topic that is not read here
        }
    }

    private void save(CalendarImported year) {
        calendars.save(
                new CalendarYear(year.year(), days(year.holidays()), days(year.workdays())),
                year.version(),
                year.source());
        changes.publishEvent(new CalendarChanged(year.year()));
    }

    private void save(Party party) {
        parties.save(party);
        if (!backlog.isRebuilding(CONSUMER)) { // then it is old: flags that came later are missing
            changes.publishEvent(new PartyChanged(party));
        }
    }

    /**
     * Versions come in order, so only a discarded first event leads here: the party stays unknown
     * and the event parked.
     */
    private Party known(String id) {
        return parties.find(id)
                .orElseThrow(
                        () -> new IllegalStateException("No organisation " + id + " to change"));
    }

    private static Party party(String id, Organisation body, List<CreditFlag> flags, long version) {
        return new Party(
                id,
                body.creditCode(),
                body.nameZh(),
                body.nameEn(),
                body.types(),
                body.registeredDivision(),
                body.pilotAreas(),
                body.status(),
                flags,
                version);
    }

    private static CreditFlag flag(RegistryEvent.CreditFlag flag, boolean lifted) {
        var to = flag.to();
        return new CreditFlag(
                flag.flagId(),
                flag.kind(),
                LocalDate.parse(flag.from()),
                to == null ? null : LocalDate.parse(to),
                lifted);
    }

    private static Set<LocalDate> days(List<String> days) {
        return days.stream().map(LocalDate::parse).collect(Collectors.toUnmodifiableSet());
    }
}
