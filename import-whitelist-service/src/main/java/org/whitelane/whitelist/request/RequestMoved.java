package org.whitelane.whitelist.request;

/** A request was moved and saved; once per move, whatever it tells. */
public record RequestMoved(WhitelistRequest request, ClockReading reading) {}
