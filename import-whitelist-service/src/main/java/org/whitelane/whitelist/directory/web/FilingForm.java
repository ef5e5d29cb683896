package org.whitelane.whitelist.directory.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.web.Format;
import org.whitelane.kernel.CasNumber;
import org.whitelane.kernel.CountryCode;
import org.whitelane.kernel.HsCode;
import org.whitelane.whitelist.core.Article;
import org.whitelane.whitelist.web.CodeText;
import org.whitelane.whitelist.web.ContentForm;
import org.whitelane.whitelist.web.QuantityForm;

/**
 * An article that a listed unit files, in the words of a request's article.
 *
 * @param casNumber may be absent for biologics
 * @param content what one vial or piece holds, where imports are to be counted in both
 */
record FilingForm(
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

    Article article() {
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
