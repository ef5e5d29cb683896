package org.whitelane.whitelist.core;

import org.jspecify.annotations.Nullable;
import org.whitelane.kernel.CasNumber;
import org.whitelane.kernel.Conversion;
import org.whitelane.kernel.CountryCode;
import org.whitelane.kernel.HsCode;

import java.util.Locale;

/**
 * An article to be imported for research and development, already checked and normalised.
 *
 * @param casNumber absent for most biologics
 * @param hsCode ten digits, without dots
 * @param manufacturerCountry ISO 3166-1 alpha-3, as originCountry
 * @param use a code such as PROCESS_MATERIAL; which ones are admitted is the scheme's business
 * @param content of one vial or piece; without it neither is compared with masses and volumes
 */
public record Article(
        String nameZh,
        String nameEn,
        @Nullable String casNumber,
        String hsCode,
        String specification,
        Amount quantity,
        String manufacturer,
        String manufacturerCountry,
        String originCountry,
        String use,
        @Nullable UnitContent content) {

    public Article {
        casNumber = casNumber == null ? null : CasNumber.parse(casNumber).value();
        hsCode = HsCode.parse(hsCode).value();
        CountryCode.parse(manufacturerCountry);
        CountryCode.parse(originCountry);
    }

    /**
     * What makes two articles of one unit the same: the CAS number, else English name and
     * specification.
     */
    public String key() {
        return casNumber != null
                ? "cas:" + casNumber
                : "name:" + normalised(nameEn) + "|" + normalised(specification);
    }

    /** How its quantities are expressed in other units. */
    public Conversion conversion() {
        return content == null ? Conversion.METRIC : content.conversion();
    }

    /** Texts that differ in case or spaces only are one. */
    public static String normalised(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
