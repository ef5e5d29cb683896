package org.whitelane.whitelist.request;

import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.scheme.RequestKind;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * What publishing one item of a request does to the list. Pure: the batch applies it, the entry
 * knows how.
 */
public sealed interface EntryEffect {

    /** Index of the item in the request. */
    int item();

    /** The entry that is there already. */
    default Optional<UUID> revises() {
        return switch (this) {
            case Listed _ -> Optional.empty();
            case Changed(_, var entry, _) -> Optional.of(entry);
            case Prolonged(_, var entry) -> Optional.of(entry);
            case Removed(_, var entry) -> Optional.of(entry);
        };
    }

    /** A new entry. */
    record Listed(int item, Article article) implements EntryEffect {}

    /** A new revision of an entry. */
    record Changed(int item, UUID entry, Article article) implements EntryEffect {}

    /** An entry's end moves, by the scheme's months from its old one. */
    record Prolonged(int item, UUID entry) implements EntryEffect {}

    /** An entry's end, by its unit's wish. */
    record Removed(int item, UUID entry) implements EntryEffect {}

    /** One for each item, in the request's order. */
    static List<EntryEffect> of(RequestContent content) {
        return IntStream.range(0, content.items().size())
                .mapToObj(i -> of(content.kind(), i, content.items().get(i)))
                .toList();
    }

    /** Of what was recognised only. */
    static List<EntryEffect> of(WhitelistRequest request) {
        var recognised = request.recognisedItems().stream().map(RecognisedItem::place).toList();
        return of(request.content()).stream()
                .filter(effect -> recognised.contains(effect.item()))
                .toList();
    }

    private static EntryEffect of(RequestKind kind, int index, RequestContent.Item item) {
        return switch (kind) {
            case NEW, ADD_ITEM -> new Listed(index, item.article());
            case CHANGE -> new Changed(index, entryOf(item), item.article());
            case RENEWAL -> new Prolonged(index, entryOf(item));
            case WITHDRAW_LISTING -> new Removed(index, entryOf(item));
        };
    }

    private static UUID entryOf(RequestContent.Item item) {
        return Objects.requireNonNull(item.entry(), "the form requires it for this kind");
    }
}
