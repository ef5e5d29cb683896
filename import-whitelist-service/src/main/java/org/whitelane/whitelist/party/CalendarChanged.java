package org.whitelane.whitelist.party;

/** A year's calendar came, or came anew; what was counted in it is counted again. */
public record CalendarChanged(int year) {}
