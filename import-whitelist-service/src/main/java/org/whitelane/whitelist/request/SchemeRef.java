package org.whitelane.whitelist.request;

/** The version of a scheme under which a request is decided. */
public record SchemeRef(String code, int version) {}
