package org.whitelane.whitelist.batch;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.core.CanonicalJson;
import org.whitelane.whitelist.directory.UnitListing;
import org.whitelane.whitelist.request.EntryEffect;
import org.whitelane.whitelist.request.Ties;
import org.whitelane.whitelist.request.WhitelistRequest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the agencies sign. The content is told in the events' own words (a batch's, then each
 * entry's), so that a reader of the topics can make it again and compare the digest.
 *
 * @param round how often the batch was frozen: signatures of an earlier round are void, even over
 *     the same items
 * @param content canonical JSON (RFC 8785)
 * @param digest SHA-256 of the content, hexadecimal
 * @param signatories agency roles that must sign
 * @param holders organisations whose own business these requests are
 */
public record FrozenContent(
        int round,
        String content,
        String digest,
        int items,
        List<String> signatories,
        List<String> holders,
        String by,
        Instant at) {

    static final String PURPOSE = "org.whitelane.whitelist.batch-signature.v1";

    public FrozenContent {
        signatories = List.copyOf(signatories);
        holders = List.copyOf(holders);
    }

    static FrozenContent of(
            BatchRoom room,
            List<WhitelistRequest> requests,
            List<String> signatories,
            String by,
            Instant at) {
        var items = requests.stream().flatMap(FrozenContent::items).toList();
        var round = room.rounds() + 1;
        var content = content(room, round, items);
        return new FrozenContent(
                round,
                content,
                CanonicalJson.digest(content),
                items.size(),
                signatories,
                requests.stream()
                        .flatMap(request -> Ties.involvedIn(request).stream())
                        .distinct()
                        .toList(),
                by,
                at);
    }

    /**
     * What a directory took over: fixed and digested as what agencies sign, yet signed by nobody.
     */
    static FrozenContent ofUnits(BatchRoom room, List<UnitListing> units, String by, Instant at) {
        var items = units.stream().map(FrozenContent::unit).toList();
        var round = room.rounds() + 1;
        var content = content(room, round, items);
        return new FrozenContent(
                round,
                content,
                CanonicalJson.digest(content),
                items.size(),
                List.of(),
                units.stream().map(unit -> unit.holder().organisation()).toList(),
                by,
                at);
    }

    private static Item unit(UnitListing listing) {
        return new Item(
                listing.origin().request().toString(),
                listing.holder().organisation(),
                listing.scheme().version(),
                null,
                "UNIT",
                null);
    }

    /** Whether these requests still say what was signed. */
    boolean isOf(BatchRoom room, List<WhitelistRequest> requests) {
        return content.equals(
                content(room, round, requests.stream().flatMap(FrozenContent::items).toList()));
    }

    private static String content(BatchRoom room, int round, List<Item> items) {
        return CanonicalJson.write(
                new Content(
                        room.id().toString(),
                        room.scheme(),
                        room.decisionDocument(),
                        round,
                        items));
    }

    private static Stream<Item> items(WhitelistRequest request) {
        return request.content().items().isEmpty()
                ? Stream.of(unit(request))
                : EntryEffect.of(request).stream().map(effect -> item(request, effect));
    }

    /** What is recognised is the unit itself. */
    private static Item unit(WhitelistRequest request) {
        return new Item(
                request.id().toString(),
                request.organisation(),
                request.scheme().version(),
                null,
                "UNIT",
                null);
    }

    private static Item item(WhitelistRequest request, EntryEffect effect) {
        var content = request.content();
        var entry = effect.revises().map(UUID::toString).orElse(null);
        return new Item(
                request.id().toString(),
                request.organisation(),
                request.scheme().version(),
                content.items().get(effect.item()).article(),
                entry == null ? null : content.kind().name(),
                entry);
    }

    /** Names everything that makes it good for this batch, agency and day only. */
    String statement(BatchRoom room, String agencyRole, String organisation, LocalDate signedOn) {
        return CanonicalJson.write(
                Map.of(
                        "purpose", PURPOSE,
                        "scheme", room.scheme(),
                        "batchId", room.id().toString(),
                        "digest", digest,
                        "agencyRole", agencyRole,
                        "organisationId", organisation,
                        "signedOn", signedOn.toString()));
    }

    record Content(
            String batchId, String scheme, String decisionDocument, int round, List<Item> items) {}

    /**
     * @param article absent where the unit itself is recognised
     * @param kind of the request, and the entry that it is about; absent where a new one is made;
     *     UNIT where a unit is listed without articles
     */
    record Item(
            String requestId,
            String organisationId,
            int schemeVersion,
            @Nullable Article article,
            @Nullable String kind,
            @Nullable String entryId) {}
}
