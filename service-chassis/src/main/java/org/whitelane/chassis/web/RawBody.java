package org.whitelane.chassis.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;

import java.io.IOException;

/**
 * The bytes of a request's body, read once and kept with the request: the binder and the digest
 * both need them.
 */
public final class RawBody {

    public static final int LIMIT = 1024 * 1024;

    private static final String ATTRIBUTE = RawBody.class.getName();

    private RawBody() {}

    public static byte[] of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof byte[] known) {
            return known;
        }
        try {
            // counts what arrives: a chunked body does not say its length
            var bytes = request.getInputStream().readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                throw tooLarge();
            }
            request.setAttribute(ATTRIBUTE, bytes);
            return bytes;
        } catch (IOException e) {
            throw Problem.of(
                    HttpStatus.BAD_REQUEST,
                    "body-incomplete",
                    "The body broke off before its end.");
        }
    }

    static Problem tooLarge() {
        return Problem.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "body-too-large",
                "The body is larger than 1 MiB (%d bytes).".formatted(LIMIT));
    }
}
