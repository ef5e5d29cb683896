package org.whitelane.whitelist.lists.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import org.whitelane.chassis.web.Cursors;
import org.whitelane.chassis.web.Fault;
import org.whitelane.chassis.web.Problem;
import org.whitelane.whitelist.core.LegalDays;
import org.whitelane.whitelist.lists.Extent;
import org.whitelane.whitelist.lists.ListFile;
import org.whitelane.whitelist.lists.ListFormat;
import org.whitelane.whitelist.lists.Listed;
import org.whitelane.whitelist.lists.Listed.Place;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the public's and customs' controllers share: places in a list, and sending a file of it. */
@Component
class ListDesk {

    private static final String CHARSET = ";charset=UTF-8";

    private final Cursors cursors;
    private final Clock clock;

    ListDesk(Cursors cursors, Clock clock) {
        this.clock = clock;
        this.cursors = cursors;
    }

    Place place(String scope, @Nullable String cursor) {
        if (cursor == null) {
            return Place.START;
        }
        var keys = cursors.decode(scope, cursor);
        return new Place(Integer.parseInt(keys.get(0)), Integer.parseInt(keys.get(1)));
    }

    String cursor(String scope, Listed<?> last) {
        return cursors.encode(
                scope,
                List.of(
                        Integer.toString(last.place().batchNumber()),
                        Integer.toString(last.place().sequence())));
    }

    /**
     * Sends it, unless the caller has it already (RFC 9110 §13.1.2).
     *
     * @param audience as the file is called
     * @param made empty when there is no such list for the caller
     */
    void send(
            Extent extent,
            String audience,
            Function<ListFormat, Optional<ListFile>> made,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var format =
                ListForm.of(request.getParameter("format"), request.getHeader(HttpHeaders.ACCEPT));
        try (var file = made.apply(format).orElseThrow(() -> Problem.notFound(what(extent)))) {
            response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
            if (new ServletWebRequest(request, response).checkNotModified(file.entityTag())) {
                return;
            }
            response.setContentType(format.mediaType() + (format == ListFormat.CSV ? CHARSET : ""));
            response.setContentLengthLong(file.size());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(name(extent, audience, file))
                            .build()
                            .toString());
            file.copyTo(response.getOutputStream());
        }
    }

    /** What has not happened yet nobody can list. */
    @Nullable LocalDate past(@Nullable LocalDate asOf) {
        if (asOf != null && asOf.isAfter(LegalDays.today(clock))) {
            throw Problem.invalid(
                    List.of(new Fault("?asOf", "future-day", "Should be today or a day before.")));
        }
        return asOf;
    }

    private static String what(Extent extent) {
        return switch (extent) {
            case Extent.Whole(var scheme, _) -> "Scheme " + scheme;
            case Extent.OfBatch(var scheme, var number) ->
                    "Batch %d of %s".formatted(number, scheme);
            case Extent.Changes(var scheme, var number) ->
                    "Batch %d of %s".formatted(number, scheme);
        };
    }

    private static String name(Extent extent, String audience, ListFile file) {
        var part =
                switch (extent) {
                    case Extent.Whole _ -> "";
                    case Extent.OfBatch(_, var number) -> "-B" + number;
                    case Extent.Changes(_, var number) -> "-B%d-changes".formatted(number);
                };
        return "%s%s-%s-%s.%s"
                .formatted(extent.scheme(), part, audience, file.asOf(), file.format().code());
    }
}
