package org.whitelane.chassis.web;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

import java.util.List;
import java.util.Locale;

/** What an exception means to the caller; never more than the caller may know. */
final class Problems {

    static final String INTERNAL = "internal-error";

    private Problems() {}

    static Problem from(Throwable thrown) {
        return switch (thrown) {
            case Problem problem -> problem;
            case NoResourceFoundException e -> Problem.notFound("This path");
            case NoHandlerFoundException e -> Problem.notFound("This path");
            case HttpRequestMethodNotSupportedException e ->
                    problem(
                            HttpStatus.METHOD_NOT_ALLOWED,
                            "method-not-allowed",
                            "This path does not take this method.");
            case HttpMediaTypeNotSupportedException e ->
                    problem(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            "media-type-not-supported",
                            "The body's Content-Type is not supported here.");
            case HttpMediaTypeNotAcceptableException e ->
                    problem(
                            HttpStatus.NOT_ACCEPTABLE,
                            "not-acceptable",
                            "There is no answer of a type that Accept names.");
            case MissingServletRequestParameterException e ->
                    invalid("?" + e.getParameterName(), "required", "This parameter is required.");
            case MissingRequestHeaderException e ->
                    invalid("#" + e.getHeaderName(), "required", "This header is required.");
            case MethodArgumentTypeMismatchException e -> mismatch(e);
            case TypeMismatchException e ->
                    problem(
                            HttpStatus.BAD_REQUEST,
                            "invalid-request",
                            "A parameter has the wrong type.");
            case HandlerMethodValidationException e -> constraints(e);
            case HttpMessageNotReadableException e ->
                    problem(HttpStatus.BAD_REQUEST, "malformed-json", "The body cannot be read.");
            case ErrorResponse e when e.getStatusCode() instanceof HttpStatus status ->
                    byStatus(status);
            default -> {
                var callers = CallersFault.in(thrown);
                yield callers == null ? DataProblems.from(thrown) : callers;
            }
        };
    }

    static HttpStatus statusOf(int code) {
        var status = HttpStatus.resolve(code);
        return status == null || !status.isError() ? HttpStatus.BAD_REQUEST : status;
    }

    /** What the container or a filter answered with a bare status. */
    static Problem byStatus(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> Problem.notFound("This path");
            case CONTENT_TOO_LARGE -> RawBody.tooLarge();
            case SERVICE_UNAVAILABLE -> DataProblems.away();
            // of the container, about a request that asks for what HTTP/1.1 servers need not know
            case NOT_IMPLEMENTED, HTTP_VERSION_NOT_SUPPORTED ->
                    problem(
                            HttpStatus.BAD_REQUEST,
                            "protocol-not-supported",
                            "This HTTP version, method or Transfer-Encoding is not supported.");
            default ->
                    status.is5xxServerError()
                            ? internal()
                            : problem(
                                    status,
                                    status.getReasonPhrase()
                                            .toLowerCase(Locale.ROOT)
                                            .replaceAll("[^a-z]+", "-"),
                                    Texts.sentence(status.getReasonPhrase()));
        };
    }

    static Problem internal() {
        return problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                INTERNAL,
                "Something went wrong inside; the operator finds it under the correlation id.");
    }

    /**
     * An id of the wrong form names nothing; a parameter of the wrong form is the caller's mistake.
     */
    private static Problem mismatch(MethodArgumentTypeMismatchException e) {
        return e.getParameter().hasParameterAnnotation(PathVariable.class)
                ? Problem.notFound("This path")
                : invalid(
                        "?" + e.getName(),
                        "wrong-type",
                        "This parameter does not have the documented form.");
    }

    private static Problem constraints(HandlerMethodValidationException e) {
        var faults = new Faults();
        for (var result : e.getParameterValidationResults()) {
            var name = result.getMethodParameter().getParameterName();
            if (result instanceof ParameterErrors errors) {
                errors.getFieldErrors()
                        .forEach(
                                f ->
                                        faults.add(
                                                "?" + f.getField(),
                                                "invalid-value",
                                                sentence(f.getDefaultMessage())));
            } else {
                result.getResolvableErrors()
                        .forEach(
                                f ->
                                        faults.add(
                                                "?" + name,
                                                "invalid-value",
                                                sentence(f.getDefaultMessage())));
            }
        }
        return Problem.invalid(faults.sorted());
    }

    private static String sentence(@Nullable String message) {
        return Texts.sentence(message == null ? "" : message);
    }

    private static Problem invalid(String pointer, String code, String detail) {
        return Problem.invalid(List.of(new Fault(pointer, code, detail)));
    }

    private static Problem problem(HttpStatus status, String code, String detail) {
        return Problem.of(status, code, detail);
    }
}
