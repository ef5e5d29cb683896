package org.whitelane.whitelist.request.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.web.Format;
import org.whitelane.kernel.CasNumber;
import org.whitelane.kernel.CountryCode;
import org.whitelane.kernel.HsCode;
import org.whitelane.kernel.QuantityAmount;
import org.whitelane.kernel.QuantityUnit;
import org.whitelane.whitelist.core.Amount;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.request.RequestContent;

import java.time.LocalDate;
import java.util.List;

/**
 * A draft as it comes in. What is shaped wrongly is refused here, what the scheme forbids on
 * submission.
 */
record RequestForm(
        @NotBlank @Size(max = 40) String scheme,
        @NotNull RequestContent.Kind kind,
        @NotEmpty @Size(max = 100) List<@Valid ArticleForm> articles,
        @NotNull @Valid ProjectForm project,
        @NotNull LocalDate commitmentSignedOn) {

    RequestContent content() {
        return new RequestContent(
                kind,
                articles.stream().map(ArticleForm::article).toList(),
                new RequestContent.Project(project.name(), project.stage()),
                commitmentSignedOn);
    }

    record ProjectForm(
            @NotBlank @Size(max = 300) String name,
            @NotBlank @Pattern(regexp = CODE, message = CODE_EXPECTED) String stage) {}

    /**
     * @param casNumber may be absent for biologics
     */
    record ArticleForm(
            @NotBlank @Size(max = 300) String nameZh,
            @NotBlank @Size(max = 300) String nameEn,
            @Nullable @Format(CasNumber.class) String casNumber,
            @NotNull @Format(HsCode.class) String hsCode,
            @NotBlank @Size(max = 300) String specification,
            @NotNull @Valid QuantityForm quantity,
            @NotBlank @Size(max = 300) String manufacturer,
            @NotNull @Format(CountryCode.class) String manufacturerCountry,
            @NotNull @Format(CountryCode.class) String originCountry,
            @NotBlank @Pattern(regexp = CODE, message = CODE_EXPECTED) String use) {

        Article article() {
            return new Article(
                    nameZh,
                    nameEn,
                    casNumber,
                    hsCode,
                    specification,
                    new Amount(quantity.amount(), quantity.unit()),
                    manufacturer,
                    manufacturerCountry,
                    originCountry,
                    use);
        }
    }

    /**
     * @param amount a decimal as text, so that no reader rounds it
     */
    record QuantityForm(
            @NotNull @Format(QuantityAmount.class) String amount,
            @NotNull @Format(QuantityUnit.class) String unit) {}

    private static final String CODE = "[A-Z][A-Z0-9_]{0,39}";
    private static final String CODE_EXPECTED =
            "must be a code of capital letters, digits and underscores, such as PROCESS_MATERIAL";
}
