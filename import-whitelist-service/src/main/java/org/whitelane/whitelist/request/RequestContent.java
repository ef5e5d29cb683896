package org.whitelane.whitelist.request;

import org.jspecify.annotations.Nullable;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.document.Document;
import org.whitelane.whitelist.scheme.RequestKind;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the applicant writes.
 *
 * @param responsiblePerson the unit's own reference of whoever answers for the imports; never a
 *     name, so that nothing has to be masked or erased
 * @param documents in the order in which they came
 */
public record RequestContent(
        RequestKind kind,
        List<Item> items,
        Project project,
        @Nullable String responsiblePerson,
        LocalDate commitmentSignedOn,
        List<Document> documents) {

    public RequestContent {
        items = List.copyOf(items);
        // what was stored before there were documents has none
        documents = documents == null ? List.of() : List.copyOf(documents);
    }

    RequestContent with(List<Document> files) {
        return new RequestContent(
                kind, items, project, responsiblePerson, commitmentSignedOn, files);
    }

    /**
     * @param entry the listed right that the item is about; null where a new one is asked for
     */
    public record Item(Article article, @Nullable UUID entry) {}

    /**
     * @param code the unit's own
     * @param stage e.g. PRECLINICAL
     * @param owner organisation whose project it is; null for the applicant's own
     * @param cro organisation that does the research under contract
     * @param contractNumber of the contract between owner and applicant
     */
    public record Project(
            String name,
            @Nullable String code,
            String stage,
            @Nullable String owner,
            @Nullable String cro,
            @Nullable String contractNumber,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        /** Besides the applicant. */
        boolean namesOthers() {
            return owner != null || cro != null;
        }

        /** By its code where both have one, else by its name. */
        boolean sameAs(Project other) {
            return code != null && other.code != null
                    ? Article.normalised(code).equals(Article.normalised(other.code))
                    : Article.normalised(name).equals(Article.normalised(other.name));
        }

        /** One of them is shared by any two that are the same. */
        private Stream<String> keys() {
            var byName = "name:" + Article.normalised(name);
            return code == null
                    ? Stream.of(byName)
                    : Stream.of(byName, "code:" + Article.normalised(code));
        }
    }

    /**
     * Unit, article and project in each: of two contents that ask for the same, one at least is
     * shared.
     */
    List<String> wishes(String organisation) {
        return articles().stream()
                .flatMap(
                        article ->
                                project.keys()
                                        .map(
                                                key ->
                                                        String.join(
                                                                "|",
                                                                organisation,
                                                                article.key(),
                                                                key)))
                .distinct()
                .toList();
    }

    /** Those that the items are about. */
    public List<UUID> entries() {
        return items.stream().map(Item::entry).filter(Objects::nonNull).toList();
    }

    public List<Article> articles() {
        return items.stream().map(Item::article).toList();
    }
}
