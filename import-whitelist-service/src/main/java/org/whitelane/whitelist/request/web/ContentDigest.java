package org.whitelane.whitelist.request.web;

import org.jspecify.annotations.Nullable;
import org.whitelane.chassis.web.Fault;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code Content-Digest} (RFC 9530): digests of a body's bytes by algorithm, of which SHA-256 is
 * the one that is compared here.
 */
final class ContentDigest {

    static final String HEADER = "Content-Digest";

    private static final Pattern SHA_256 =
            Pattern.compile("(?:^|,)[ \\t]*sha-256=:([A-Za-z0-9+/]{43}=):[ \\t]*(?:,|$)");

    private ContentDigest() {}

    /** In lower-case hexadecimal digits; empty where it is not there, or is none. */
    static Optional<String> sha256(@Nullable String field) {
        if (field == null) {
            return Optional.empty();
        }
        var found = SHA_256.matcher(field);
        return found.find()
                ? Optional.of(HexFormat.of().formatHex(Base64.getDecoder().decode(found.group(1))))
                : Optional.empty();
    }

    static List<Fault> faults(@Nullable String field) {
        if (field == null) {
            return List.of(
                    new Fault(
                            "#" + HEADER,
                            "required",
                            "This header is required: the body's SHA-256, as sha-256=:…: in"
                                    + " Base64."));
        }
        return sha256(field).isPresent()
                ? List.of()
                : List.of(
                        new Fault(
                                "#" + HEADER,
                                "content-digest",
                                "Must hold sha-256=:…: with the 32 bytes in Base64."));
    }

    /** As a response says it. */
    static String field(String sha256) {
        return "sha-256=:"
                + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256))
                + ":";
    }
}
