package org.whitelane.whitelist.batch;

import org.whitelane.whitelist.entry.Revision;
import org.whitelane.whitelist.entry.WhitelistEntry;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** What a batch did to the list before it. */
public record ListDiff(List<UUID> added, List<UUID> changed, List<UUID> removed) {

    public ListDiff {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }

    static ListDiff of(Docket docket) {
        return new ListDiff(
                docket.entries().stream().map(WhitelistEntry::id).toList(),
                revised(docket, revision -> !revision.ends()),
                revised(docket, Revision.Made::ends));
    }

    private static List<UUID> revised(Docket docket, Predicate<Revision.Made> which) {
        return docket.revisions().stream()
                .map(Docket.Asked::revision)
                .filter(which)
                .map(revision -> revision.after().id())
                .toList();
    }
}
