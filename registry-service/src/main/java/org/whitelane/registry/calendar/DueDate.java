package org.whitelane.registry.calendar;

import org.whitelane.kernel.Due;

import java.util.SortedMap;

/**
 * The end of a period of working days.
 *
 * @param versions of the calendar years it was counted with
 */
public record DueDate(Due due, SortedMap<Integer, Integer> versions) {}
