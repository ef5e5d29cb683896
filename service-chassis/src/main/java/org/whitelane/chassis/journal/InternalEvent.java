package org.whitelane.chassis.journal;

/**
 * A change that concerns nobody outside, e.g. a draft.
 *
 * @param type e.g. {@code org.whitelane.whitelist.request-drafted.v1}
 * @param subject the aggregate's id
 * @param data written as JSON
 */
public record InternalEvent(String type, String subject, Object data) {}
