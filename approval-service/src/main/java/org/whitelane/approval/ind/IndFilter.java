package org.whitelane.approval.ind;

import org.jspecify.annotations.Nullable;
import org.whitelane.kernel.AcceptanceNumber;
import org.whitelane.kernel.NoticeNumber;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Which records a list shows; what is null does not filter. */
public record IndFilter(
        @Nullable AcceptanceNumber acceptanceNumber,
        @Nullable NoticeNumber noticeNumber,
        @Nullable String sponsor) {

    /** Names the list that a cursor belongs to. */
    public String scope() {
        return "ind"
                + List.of(
                        Objects.toString(acceptanceNumber, ""),
                        Objects.toString(noticeNumber, ""),
                        sponsorOrEmpty());
    }

    @Nullable String sponsorKey() {
        return sponsor == null ? null : sponsorKey(sponsor);
    }

    /** Announcements write （集团） and (集团), with spaces and without: the same company. */
    static String sponsorKey(String sponsor) {
        return Normalizer.normalize(sponsor, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .toLowerCase(Locale.ROOT);
    }

    private String sponsorOrEmpty() {
        return sponsor == null ? "" : sponsorKey(sponsor);
    }
}
