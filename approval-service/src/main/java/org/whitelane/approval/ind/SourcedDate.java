package org.whitelane.approval.ind;

import org.whitelane.kernel.PartialDate;

/** A date as exact as it was announced, and where it was read. */
public record SourcedDate(PartialDate value, String source) {}
