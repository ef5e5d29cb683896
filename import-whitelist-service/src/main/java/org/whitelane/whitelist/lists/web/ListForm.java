package org.whitelane.whitelist.lists.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;
import org.whitelane.chassis.web.Fault;
import org.whitelane.chassis.web.Problem;
import org.whitelane.whitelist.lists.ListFormat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which file is asked for: {@code ?format=} decides, for links; else what is accepted; else CSV.
 */
final class ListForm {

    static final String CSV = "text/csv";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private ListForm() {}

    static ListFormat of(@Nullable String format, @Nullable String accept) {
        return format == null
                ? accepted(accept).orElse(ListFormat.CSV)
                : Arrays.stream(ListFormat.values())
                        .filter(known -> known.code().equals(format))
                        .findFirst()
                        .orElseThrow(ListForm::unknown);
    }

    /** The first that the caller likes best; an unreadable wish is none. */
    private static Optional<ListFormat> accepted(@Nullable String accept) {
        try {
            var wanted = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(wanted);
            return wanted.stream()
                    .filter(type -> type.isConcrete() && type.getQualityValue() > 0)
                    .flatMap(type -> Arrays.stream(ListFormat.values()).filter(f -> isOf(f, type)))
                    .findFirst();
        } catch (InvalidMediaTypeException | InvalidMimeTypeException e) {
            return Optional.empty();
        }
    }

    private static boolean isOf(ListFormat format, MediaType type) {
        return type.equalsTypeAndSubtype(MediaType.parseMediaType(format.mediaType()));
    }

    private static Problem unknown() {
        return Problem.invalid(
                List.of(new Fault("?format", "unknown-value", "Must be csv or xlsx.")));
    }
}
