package org.whitelane.whitelist.request.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.web.Format;
import org.whitelane.chassis.web.Together;
import org.whitelane.kernel.CasNumber;
import org.whitelane.kernel.CountryCode;
import org.whitelane.kernel.HsCode;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.request.RequestContent;
import org.whitelane.whitelist.request.RequestWish;
import org.whitelane.whitelist.scheme.RequestKind;
import org.whitelane.whitelist.web.CodeText;
import org.whitelane.whitelist.web.ContentForm;
import org.whitelane.whitelist.web.QuantityForm;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A draft as it comes in. What is shaped wrongly is refused here, what the scheme forbids on
 * submission.
 *
 * @param articles to be on the list; not for renewals and withdrawals
 * @param entries to be prolonged or taken off the list; for renewals and withdrawals only
 * @param responsiblePerson the unit's own reference of whoever answers for the imports, no name;
 *     needed on submission
 */
@Together(KindRule.class)
record RequestForm(
        @NotBlank @Size(max = 40) String scheme,
        @NotNull RequestKind kind,
        @Nullable @Size(max = 100) List<@Valid ArticleForm> articles,
        @Nullable @Size(max = 100) List<UUID> entries,
        @NotNull @Valid ProjectForm project,
        @Nullable @Pattern(regexp = ProjectForm.REFERENCE, message = ProjectForm.REFERENCE_EXPECTED)
                String responsiblePerson,
        @NotNull LocalDate commitmentSignedOn) {

    RequestWish wish() {
        return new RequestWish(
                scheme,
                kind,
                articles == null ? List.of() : articles.stream().map(ArticleForm::item).toList(),
                entries == null ? List.of() : entries,
                project.project(),
                responsiblePerson,
                commitmentSignedOn);
    }

    /**
     * @param entryId the entry to be changed; for changes only
     * @param casNumber may be absent for biologics
     * @param content what one vial or piece holds, where imports are to be counted in both
     */
    record ArticleForm(
            @Nullable UUID entryId,
            @NotBlank @Size(max = 300) String nameZh,
            @NotBlank @Size(max = 300) String nameEn,
            @Nullable @Format(CasNumber.class) String casNumber,
            @NotNull @Format(HsCode.class) String hsCode,
            @NotBlank @Size(max = 300) String specification,
            @NotNull @Valid QuantityForm quantity,
            @NotBlank @Size(max = 300) String manufacturer,
            @NotNull @Format(CountryCode.class) String manufacturerCountry,
            @NotNull @Format(CountryCode.class) String originCountry,
            @NotBlank @Pattern(regexp = CodeText.PATTERN, message = CodeText.EXPECTED) String use,
            @Nullable @Valid ContentForm content) {

        RequestContent.Item item() {
            return new RequestContent.Item(article(), entryId);
        }

        private Article article() {
            return new Article(
                    nameZh,
                    nameEn,
                    casNumber,
                    hsCode,
                    specification,
                    quantity.read(),
                    manufacturer,
                    manufacturerCountry,
                    originCountry,
                    use,
                    ContentForm.read(content));
        }
    }
}
