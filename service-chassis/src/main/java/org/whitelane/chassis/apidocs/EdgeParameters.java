package org.whitelane.chassis.apidocs;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;

import org.whitelane.chassis.web.IfMatch;
import org.whitelane.chassis.web.Paging;

import java.math.BigDecimal;
import java.util.List;

/** The parameters and headers that mean the same in every operation of every service. */
final class EdgeParameters {

    private EdgeParameters() {}

    static List<Parameter> paging() {
        return List.of(
                query(
                        "limit",
                        "How many items a page has at most.",
                        Shape.typed("integer")
                                .minimum(BigDecimal.ONE)
                                .maximum(BigDecimal.valueOf(Paging.MOST))
                                ._default(Paging.DEFAULT)),
                query(
                        "cursor",
                        "`next` of the page before, as it is; without it the list begins.",
                        Shape.typed("string")));
    }

    /** Of whoever changes an aggregate. */
    static List<Parameter> conditions() {
        return List.of(
                inHeader(
                        IfMatch.HEADER,
                        "The version that the caller has read, as ETag gave it; another one now"
                                + " answers 412 with the current one. Without it every version will"
                                + " do.",
                        Shape.typed("string")),
                inHeader(
                        IfMatch.NONE_HEADER,
                        "Versions that must not be there, `*` for any: one of them now answers"
                                + " 412.",
                        Shape.typed("string")));
    }

    /**
     * @param secret the answer carries one, and is shown once
     */
    static Parameter idempotencyKey(boolean secret) {
        return key(secret
                        ? "A fresh random value for each new thing. The answer carries a"
                                + " secret and is shown once: a repeat gets 409"
                                + " `secret-already-shown`."
                        : "A fresh random value for each new thing. A repeat with the same"
                                + " key and body gets the first answer.")
                .required(true);
    }

    /** Of whoever changes an aggregate. */
    static Parameter keyOfChange() {
        return key(
                "A fresh random value for each change, for who wants to ask again when an answer is"
                        + " lost: a repeat with the same key and body gets the first answer, also"
                        + " when its condition does not hold any more.");
    }

    private static Parameter key(String description) {
        return inHeader(
                "Idempotency-Key", description, Shape.typed("string").pattern("^[!-~]{1,128}$"));
    }

    static Header header(String description) {
        return new Header().description(description).schema(Shape.typed("string"));
    }

    private static Parameter query(String name, String description, Schema<?> schema) {
        return new Parameter().in("query").name(name).description(description).schema(schema);
    }

    private static Parameter inHeader(String name, String description, Schema<?> schema) {
        return new Parameter().in("header").name(name).description(description).schema(schema);
    }
}
