package org.whitelane.whitelist.request;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.request.Listings.Listing;
import org.whitelane.whitelist.request.RequestContent.Item;
import org.whitelane.whitelist.scheme.RequestKind;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What an applicant sends: content, except that renewals and withdrawals name entries only, whose
 * articles the list knows.
 *
 * @param scheme as first drafted: another one is another request
 * @param entries those to be prolonged or taken off; empty for the other kinds
 */
public record RequestWish(
        String scheme,
        RequestKind kind,
        List<Item> items,
        List<UUID> entries,
        RequestContent.Project project,
        @Nullable String responsiblePerson,
        LocalDate commitmentSignedOn) {

    public RequestWish {
        items = List.copyOf(items);
        entries = List.copyOf(entries);
    }

    /** What the list has to be asked for. */
    List<UUID> refersTo() {
        return Stream.concat(
                        entries.stream(), items.stream().map(Item::entry).filter(Objects::nonNull))
                .toList();
    }

    /** Named, but not on the list. */
    List<Finding> unknownEntries(Map<UUID, Listing> listed) {
        var findings = new ArrayList<Finding>();
        for (var i = 0; i < entries.size(); i++) {
            if (!listed.containsKey(entries.get(i))) {
                findings.add(
                        new Finding(
                                "/entries/" + i,
                                "entry-not-live",
                                "Should be an entry of the applicant's own in %s that has not ended."
                                        .formatted(scheme)));
            }
        }
        return List.copyOf(findings);
    }

    /**
     * @param listed holds every one of {@link #entries}
     */
    RequestContent content(Map<UUID, Listing> listed) {
        var named =
                entries.stream()
                        .map(
                                entry ->
                                        new Item(
                                                Objects.requireNonNull(listed.get(entry)).article(),
                                                entry));
        return new RequestContent(
                kind,
                Stream.concat(items.stream(), named).toList(),
                project,
                responsiblePerson,
                commitmentSignedOn,
                List.of());
    }
}
