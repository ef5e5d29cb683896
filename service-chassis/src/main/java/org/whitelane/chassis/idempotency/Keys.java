package org.whitelane.chassis.idempotency;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import org.whitelane.chassis.security.Caller;
import org.whitelane.chassis.web.Fault;
import org.whitelane.chassis.web.RawBody;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** What makes two requests the same one. */
final class Keys {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern VISIBLE_ASCII = Pattern.compile("[!-~]{1,128}");

    private Keys() {}

    /** Nothing is created, so no key is needed or used up. */
    static boolean isDryRun(Idempotent rule, HttpServletRequest request) {
        return rule.dryRun() && isDryRun(request);
    }

    private static boolean isDryRun(HttpServletRequest request) {
        return "true".equals(request.getParameter("dryRun"));
    }

    /** A change that is only tried uses no key up: the same key is good for the real one. */
    static boolean isForChange(HttpServletRequest request) {
        return request.getHeader(HEADER) != null && !isDryRun(request);
    }

    static List<Fault> faults(HttpServletRequest request) {
        var keys = Collections.list(request.getHeaders(HEADER));
        if (keys.isEmpty()) {
            return List.of(
                    fault(
                            "required",
                            "This header is required: a fresh random value, e.g. a UUID, for each"
                                    + " new thing."));
        }
        if (keys.size() > 1) {
            return List.of(fault("duplicate-header", "This header is there more than once."));
        }
        return VISIBLE_ASCII.matcher(keys.getFirst()).matches()
                ? List.of()
                : List.of(fault("idempotency-key", "Must be 1 to 128 visible ASCII characters."));
    }

    private static Fault fault(String code, String detail) {
        return new Fault("#" + HEADER, code, detail);
    }

    /**
     * Client (with the issuer that named it), organisation, method, path and key. Anonymous callers
     * cannot be told apart, so for them the body belongs to the scope: whoever draws the same key
     * for something else neither learns that it was used nor takes it from anybody. A stored answer
     * is given to who knows the key and everything it was used for.
     *
     * @param digest of all that makes two requests with one key the same, as the raw body
     * @param part of a request of many: its place
     */
    static byte[] scope(
            @Nullable Caller caller, HttpServletRequest request, byte[] digest, String... part) {
        var path = UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8);
        var whole =
                packed(
                        caller == null ? null : caller.issuer(),
                        caller == null ? null : caller.subject(),
                        caller == null ? null : caller.organisation(),
                        request.getMethod(),
                        path,
                        request.getHeader(HEADER),
                        caller == null ? HexFormat.of().formatHex(digest) : null);
        return part.length == 0
                ? sha256(whole)
                : sha256(packed(HexFormat.of().formatHex(whole), part[0]));
    }

    /** Of body and query: what is in the query may name the very thing that is changed. */
    static byte[] digest(HttpServletRequest request) {
        var body = sha256(RawBody.of(request));
        var query = request.getQueryString();
        return query == null ? body : sha256(packed(HexFormat.of().formatHex(body), query));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lengths first: "ab", "c" is not "a", "bc", and nobody is not a client called nobody. */
    private static byte[] packed(@Nullable String... parts) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (var part : parts) {
                var utf8 = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
                out.writeInt(part == null ? -1 : utf8.length);
                out.write(utf8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
