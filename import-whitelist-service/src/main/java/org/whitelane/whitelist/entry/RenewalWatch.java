package org.whitelane.whitelist.entry;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.whitelane.whitelist.entry.EntryFact.RenewalMoved;
import org.whitelane.whitelist.request.EntryEffect;
import org.whitelane.whitelist.request.RequestMoved;
import org.whitelane.whitelist.request.RequestStatus;
import org.whitelane.whitelist.request.WhitelistRequest;
import org.whitelane.whitelist.scheme.RequestKind;

import java.util.List;
import java.util.UUID;

/** Shows at an entry that its renewal is asked for, as long as nobody has decided. */
@Component
class RenewalWatch {

    private final StandingEntries standing;
    private final Entries entries;
    private final ApplicationEventPublisher facts;

    RenewalWatch(StandingEntries standing, Entries entries, ApplicationEventPublisher facts) {
        this.standing = standing;
        this.entries = entries;
        this.facts = facts;
    }

    @EventListener
    void on(RequestMoved moved) {
        var request = moved.request();
        if (request.content().kind() == RequestKind.RENEWAL) {
            standing.lockAll(concerned(request)).stream()
                    .filter(entry -> entry.status().isLive())
                    .forEach(entry -> show(entry, RequestStatus.OPEN.contains(request.status())));
        }
    }

    private void show(WhitelistEntry entry, boolean pending) {
        if (entry.state().renewalPending() != pending) {
            var shown = entries.save(entry.with(entry.state().withRenewalPending(pending)));
            facts.publishEvent(new RenewalMoved(entry, shown));
        }
    }

    /** What the batch renews says so itself. */
    private static List<UUID> concerned(WhitelistRequest request) {
        var renewed =
                request.status() == RequestStatus.PUBLISHED
                        ? EntryEffect.of(request).stream()
                                .flatMap(effect -> effect.revises().stream())
                                .toList()
                        : List.<UUID>of();
        return request.content().entries().stream().filter(e -> !renewed.contains(e)).toList();
    }
}
