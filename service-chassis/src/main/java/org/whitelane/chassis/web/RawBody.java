package org.whitelane.chassis.web;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * The bytes of a request's body, read once and kept with the request: the binder and the digest
 * both need them.
 */
public final class RawBody {

    public static final int LIMIT = 1024 * 1024;

    private static final int CHUNK = 16 * 1024;
    private static final String ATTRIBUTE = RawBody.class.getName();

    private RawBody() {}

    public static byte[] of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof byte[] known) {
            return known;
        }
        try {
            var bytes = read(request);
            request.setAttribute(ATTRIBUTE, bytes);
            return bytes;
        } catch (BodyTooSlow e) {
            throw e.problem();
        } catch (IOException e) {
            throw Problem.of(
                    HttpStatus.BAD_REQUEST,
                    "body-incomplete",
                    "The body broke off before its end.");
        }
    }

    /** Counts what arrives: a chunked body does not say its length. */
    private static byte[] read(HttpServletRequest request) throws IOException {
        var body = new ByteArrayOutputStream();
        var chunk = new byte[CHUNK];
        var input = request.getInputStream();
        for (int count = input.read(chunk); count >= 0; count = input.read(chunk)) {
            if (body.size() + count > LIMIT) {
                throw tooLarge();
            }
            BodyMemory.take(request, count);
            body.write(chunk, 0, count);
        }
        return body.toByteArray();
    }

    static Problem tooLarge() {
        return Problem.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "body-too-large",
                "The body is larger than 1 MiB (%d bytes).".formatted(LIMIT));
    }
}
