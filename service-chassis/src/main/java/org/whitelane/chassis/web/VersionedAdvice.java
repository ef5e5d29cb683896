package org.whitelane.chassis.web;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The ETag of every {@link Versioned} answer, and the conditions of those who only read. */
@ControllerAdvice
final class VersionedAdvice implements ResponseBodyAdvice<Object> {

    /** The declared type may be wider than what is answered. */
    @Override
    public boolean supports(
            MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (!(body instanceof Versioned shown)
                || !(request instanceof ServletServerHttpRequest servlet)) {
            return body;
        }
        var asked = servlet.getServletRequest();
        if (IfMatch.READING.contains(asked.getMethod())
                && !IfMatch.of(asked).test(shown.version())) {
            throw Problem.versionMismatch(shown.version());
        }
        response.getHeaders().setETag(shown.entityTag());
        return IfMatch.READING.contains(asked.getMethod()) && isKnown(asked, shown.version())
                ? unchanged(response)
                : body;
    }

    /** A malformed condition of a reader is none: the whole answer is never wrong. */
    private static boolean isKnown(HttpServletRequest request, long version) {
        return EntityTags.parse(EntityTags.field(request, HttpHeaders.IF_NONE_MATCH))
                .filter(tags -> tags.name(version))
                .isPresent();
    }

    private static @Nullable Object unchanged(ServerHttpResponse response) {
        try {
            response.setStatusCode(HttpStatus.NOT_MODIFIED);
            response.flush();
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
