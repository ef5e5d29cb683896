package org.whitelane.whitelist.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.whitelane.chassis.journal.InternalEvent;
import org.whitelane.events.WhitelistEvent.BatchPublished;
import org.whitelane.events.WhitelistEvent.EntryActivated;
import org.whitelane.events.WhitelistEvent.EntryEligibilityQuestioned;
import org.whitelane.whitelist.core.Question;
import org.whitelane.whitelist.entry.BatchFact;
import org.whitelane.whitelist.entry.WhitelistEntry;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

final class EntryEvents {

    private EntryEvents() {}

    static BatchPublished published(BatchFact.BatchPublished fact) {
        var batch = fact.batch();
        var ids = fact.entries().stream().map(entry -> entry.id().toString()).toList();
        return new BatchPublished(
                batch.id().toString(),
                batch.scheme(),
                fact.scheme().name().zh(),
                fact.scheme().name().en(),
                batch.number(),
                batch.decisionDocument(),
                batch.publishedOn().toString(),
                (int)
                        fact.entries().stream()
                                .map(e -> e.holder().organisation())
                                .distinct()
                                .count(),
                ids.size(),
                ids,
                digest(ids));
    }

    static EntryActivated activated(WhitelistEntry entry) {
        var end = entry.terms().validTo();
        return new EntryActivated(
                entry.id().toString(),
                entry.number(),
                entry.origin().batch().toString(),
                entry.origin().request().toString(),
                entry.scheme().code(),
                entry.scheme().version(),
                entry.holder().organisation(),
                entry.holder().organisationVersion(),
                Articles.of(entry.article()),
                entry.terms().waivedDocuments(),
                entry.terms().validFrom().toString(),
                end == null ? null : end.toString());
    }

    static EntryEligibilityQuestioned questioned(WhitelistEntry entry, Question question) {
        return new EntryEligibilityQuestioned(
                entry.id().toString(),
                entry.number(),
                question.reasons(),
                question.organisationVersion());
    }

    static InternalEvent eligibleAgain(WhitelistEntry entry) {
        return new InternalEvent(
                "org.whitelane.whitelist.entry-eligible-again.v1",
                entry.id().toString(),
                Map.of("entryId", entry.id().toString(), "entryNumber", entry.number()));
    }

    /** SHA-256 over the ids in order, each followed by a line feed. */
    static String digest(List<String> ids) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            ids.forEach(id -> sha.update((id + "\n").getBytes(UTF_8)));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
