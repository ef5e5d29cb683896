package org.whitelane.whitelist.lists.web;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Answers with a file of a list. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "200",
        description = "The lines, below a line of headings.",
        headers =
                @Header(
                        name = "ETag",
                        description =
                                "Of the lines; strong for CSV, weak for XLSX, whose bytes tell when"
                                        + " it was made.",
                        schema = @Schema(type = "string")),
        content = {
            @Content(mediaType = ListForm.CSV, schema = @Schema(type = "string")),
            @Content(
                    mediaType = ListForm.XLSX,
                    schema = @Schema(type = "string", format = "binary"))
        })
@ApiResponse(responseCode = "304", description = "The caller has these lines already.")
@interface AsFile {}
