package org.whitelane.whitelist.document;

import java.util.UUID;

/**
 * A file as a request knows it; it never changes. It has no name: names of files carry names of
 * persons.
 *
 * @param type what it is in the procedure, a code such as BUSINESS_LICENCE
 * @param size in bytes
 * @param sha256 of its bytes, in lower-case hexadecimal digits
 */
public record Document(UUID id, String type, FileKind kind, long size, String sha256) {}
