package org.whitelane.registry.events;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.whitelane.chassis.journal.Journal;
import org.whitelane.chassis.journal.PrivatePart;
import org.whitelane.events.RegistryEvent;
import org.whitelane.registry.calendar.CalendarImported;
import org.whitelane.registry.calendar.ImportedYear;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Writes each imported calendar year, in the transaction that imported it. */
@Component
class CalendarJournal {

    private final Journal journal;

    CalendarJournal(Journal journal) {
        this.journal = journal;
    }

    @EventListener
    void on(CalendarImported happened) {
        var act = happened.act();
        var before = happened.before();
        var after = published(happened.after());
        journal.append(
                after,
                PrivatePart.by(act.actor())
                        .because(act.reason())
                        .change(before == null ? null : published(before), after));
    }

    private static RegistryEvent.CalendarImported published(ImportedYear imported) {
        return new RegistryEvent.CalendarImported(
                imported.year(),
                imported.version(),
                imported.source(),
                texts(imported.days().holidays()),
                texts(imported.days().workdays()));
    }

    private static List<String> texts(Set<LocalDate> days) {
        return days.stream().sorted().map(LocalDate::toString).toList();
    }
}
