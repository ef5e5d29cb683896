package org.whitelane.approval.ind;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The product as the announcement names it.
 *
 * @param strength as announced, with its unit
 * @param sponsor a company's name as announced; not a party of the registry
 * @param registrationClass absent when the announcement did not say
 * @param cellOrGeneTherapy null when unknown
 */
public record Product(
        String nameZh,
        @Nullable String nameEn,
        @Nullable String strength,
        String sponsor,
        Modality modality,
        @Nullable String registrationClass,
        @Nullable Boolean cellOrGeneTherapy,
        List<String> indications) {

    public Product {
        indications = List.copyOf(indications);
    }
}
