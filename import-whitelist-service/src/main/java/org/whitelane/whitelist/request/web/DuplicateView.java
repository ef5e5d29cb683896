package org.whitelane.whitelist.request.web;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.request.CaseReader;
import org.whitelane.whitelist.request.Duplicate;
import org.whitelane.whitelist.request.RequestContent;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A request beside what it may double.
 *
 * @param content of the request that is looked at
 */
record DuplicateView(
        UUID requestId,
        String number,
        String status,
        RequestView.Content content,
        List<Other> duplicates) {

    static DuplicateView of(CaseReader.Seen seen, List<Duplicate> duplicates) {
        var request = seen.request();
        return new DuplicateView(
                request.id(),
                request.number(),
                request.status().name(),
                RequestView.Content.of(request.content()),
                duplicates.stream().map(Other::of).toList());
    }

    enum Kind {
        REQUEST,
        ENTRY;

        static Kind of(Duplicate duplicate) {
            return switch (duplicate) {
                case Duplicate.OfRequest _ -> REQUEST;
                case Duplicate.OfEntry _ -> ENTRY;
            };
        }
    }

    /**
     * In the view of a request: only that there is something.
     *
     * @param articles places in the request, from 0
     */
    record Line(
            Kind kind,
            UUID id,
            String number,
            String scheme,
            String status,
            List<Integer> articles) {

        static Line of(Duplicate duplicate) {
            return new Line(
                    Kind.of(duplicate),
                    duplicate.id(),
                    duplicate.number(),
                    duplicate.scheme(),
                    duplicate.status(),
                    duplicate.pairs().stream().map(Duplicate.Pair::place).distinct().toList());
        }
    }

    /**
     * @param project of an entry: that of the request by which it came on the list
     * @param content of a request; null for an entry, which is its article
     */
    record Other(
            Kind kind,
            UUID id,
            String number,
            String scheme,
            String status,
            RequestContent.Project project,
            List<PairView> articles,
            RequestView.@Nullable Content content) {

        static Other of(Duplicate duplicate) {
            return new Other(
                    Kind.of(duplicate),
                    duplicate.id(),
                    duplicate.number(),
                    duplicate.scheme(),
                    duplicate.status(),
                    duplicate.project(),
                    duplicate.pairs().stream().map(PairView::of).toList(),
                    duplicate instanceof Duplicate.OfRequest(var request, _)
                            ? RequestView.Content.of(request.content())
                            : null);
        }
    }

    /**
     * @param article its place in the request, from 0
     * @param differing fields whose values are not the same
     */
    record PairView(int article, Article here, Article there, List<String> differing) {

        static PairView of(Duplicate.Pair pair) {
            return new PairView(
                    pair.place(), pair.here(), pair.there(), differing(pair.here(), pair.there()));
        }

        private static List<String> differing(Article here, Article there) {
            var names = new ArrayList<String>();
            for (var field : Article.class.getRecordComponents()) {
                if (!Objects.equals(value(field, here), value(field, there))) {
                    names.add(field.getName());
                }
            }
            return names;
        }

        private static @Nullable Object value(RecordComponent field, Article article) {
            try {
                return field.getAccessor().invoke(article);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("accessors of a public record are public", e);
            }
        }
    }
}
