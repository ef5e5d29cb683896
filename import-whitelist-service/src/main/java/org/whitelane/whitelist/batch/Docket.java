package org.whitelane.whitelist.batch;

import org.whitelane.whitelist.core.Finding;
import org.whitelane.whitelist.directory.UnitListing;
import org.whitelane.whitelist.entry.Revision;
import org.whitelane.whitelist.entry.WhitelistEntry;
import org.whitelane.whitelist.request.Outcome;
import org.whitelane.whitelist.request.Refusal;
import org.whitelane.whitelist.request.WhitelistRequest;

import java.util.List;
import java.util.UUID;

/**
 * What the desk found: entries to publish and to revise, or what stands against it, by request.
 *
 * @param revisions in the order of the requests
 * @param requests as they were before
 */
record Docket(
        List<WhitelistEntry> entries,
        List<UnitListing> units,
        List<Asked> revisions,
        List<WhitelistRequest> requests,
        List<Refused> refusals) {

    /** What a request asked of an entry that is there. */
    record Asked(Revision.Made revision, UUID request) {}

    /**
     * @param index of the request as the caller named them
     */
    record Refused(int index, Outcome.Refused why) {

        static Refused of(int index, Refusal code, String detail) {
            return new Refused(index, Outcome.refused(code, detail));
        }

        /** Rules keep their own names; the pointer says which request they refused. */
        List<Finding> findings() {
            var at = "/requests/" + index;
            return why.findings().isEmpty()
                    ? List.of(new Finding(at, why.code().code(), why.detail()))
                    : why.findings().stream()
                            .map(f -> new Finding(at, f.code(), f.detail()))
                            .toList();
        }
    }

    /** Named after the first, unless waiting helps: then the caller should know that. */
    BatchOutcome.Unpublishable unpublishable() {
        var codes = refusals.stream().map(r -> r.why().code()).toList();
        var code =
                codes.contains(Refusal.PARTY_NOT_KNOWN_YET)
                        ? Refusal.PARTY_NOT_KNOWN_YET
                        : codes.getFirst();
        return new BatchOutcome.Unpublishable(
                code,
                "Nothing is published: %d of the requests cannot be.".formatted(refusals.size()),
                refusals.stream().flatMap(r -> r.findings().stream()).toList());
    }
}
