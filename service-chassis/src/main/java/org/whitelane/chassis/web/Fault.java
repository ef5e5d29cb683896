package org.whitelane.chassis.web;

/**
 * One thing wrong with a request.
 *
 * @param pointer RFC 6901 JSON pointer into the body, {@code ""} for the whole; for parameters and
 *     headers {@code "?name"} and {@code "#Header-Name"}
 * @param code stable, kebab-case, e.g. {@code required}, {@code unknown-field}, {@code cas-number}
 * @param detail one sentence: what was wrong and what would be right
 */
public record Fault(String pointer, String code, String detail) {}
