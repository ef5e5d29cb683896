package org.whitelane.whitelist.core;

/**
 * One thing wrong, said to the caller.
 *
 * @param pointer JSON pointer into the request
 * @param code stable, kebab-case; for a rule its name
 * @param detail one sentence naming what decided
 */
public record Finding(String pointer, String code, String detail) {}
