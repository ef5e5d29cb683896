package org.whitelane.whitelist.request.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.whitelane.chassis.idempotency.OnceStreamed;
import org.whitelane.chassis.web.Fault;
import org.whitelane.chassis.web.Problem;
import org.whitelane.chassis.web.Spool;
import org.whitelane.events.UuidV7;
import org.whitelane.whitelist.document.Arrival;
import org.whitelane.whitelist.document.Document;
import org.whitelane.whitelist.document.DocumentSettings;
import org.whitelane.whitelist.document.FileKind;
import org.whitelane.whitelist.web.CodeText;
import org.whitelane.whitelist.web.Edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said of a file that comes in, and what it turns out to be. */
@Component
class UploadReader {

    private final DocumentSettings settings;
    private final Clock clock;

    UploadReader(DocumentSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param sha256 as claimed
     */
    record Said(String type, FileKind kind, String sha256) {}

    /** Bytes that one document may have. */
    long limit() {
        return settings.bytes();
    }

    /** Told before any of the body is read; all faults at once. */
    Said said(@Nullable String type, HttpServletRequest request) {
        var kind = kind(request.getContentType());
        var digest = request.getHeader(ContentDigest.HEADER);
        var faults = new ArrayList<Fault>();
        if (type == null || !type.matches(CodeText.PATTERN)) {
            faults.add(
                    new Fault(
                            "?type",
                            type == null ? "required" : "pattern",
                            "Must be a code of capital letters, digits and underscores, such as"
                                    + " BUSINESS_LICENCE."));
        }
        faults.addAll(ContentDigest.faults(digest));
        faults.addAll(OnceStreamed.faults(request));
        if (!faults.isEmpty() || type == null) {
            throw Problem.invalid(faults);
        }
        return new Said(type, kind, ContentDigest.sha256(digest).orElseThrow());
    }

    private FileKind kind(@Nullable String contentType) {
        return mediaType(contentType)
                .flatMap(type -> FileKind.of(type.getType() + "/" + type.getSubtype()))
                .filter(settings.kinds()::contains)
                .orElseThrow(
                        () ->
                                Problem.of(
                                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                                        "media-type-not-supported",
                                        "The body must be a file of one of these types: %s."
                                                .formatted(taken())));
    }

    private static Optional<MediaType> mediaType(@Nullable String contentType) {
        try {
            return contentType == null
                    ? Optional.empty()
                    : Optional.of(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException e) {
            return Optional.empty();
        }
    }

    private String taken() {
        return settings.kinds().stream()
                .sorted()
                .map(FileKind::mediaType)
                .collect(Collectors.joining(", "));
    }

    /** 422 with both values where it is not what was said. */
    Document document(Said said, Spool spool) {
        var sha256 = HexFormat.of().formatHex(spool.sha256());
        var findings =
                new Arrival(said.kind(), said.sha256(), sha256, spool.size(), head(spool))
                        .findings();
        if (!findings.isEmpty()) {
            throw Problem.refused(
                    "document-refused",
                    "What arrived is not what was said.",
                    Edge.faults(findings));
        }
        return new Document(
                UuidV7.at(clock.instant()), said.type(), said.kind(), spool.size(), sha256);
    }

    private static byte[] head(Spool spool) {
        try (var bytes = spool.open()) {
            return bytes.readNBytes(FileKind.TELLING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What makes two uploads the same: the bytes, and what they are said to be. */
    static byte[] whole(Document document) {
        return String.join("|", document.type(), document.kind().name(), document.sha256())
                .getBytes(UTF_8);
    }
}
