package org.whitelane.approval.ind;

import org.jspecify.annotations.Nullable;
import org.whitelane.kernel.AcceptanceNumber;
import org.whitelane.kernel.NoticeNumber;

/**
 * What was announced about one approval. Accepted, decided and announced are three dates, none
 * derived from another.
 *
 * @param noticeNumber absent for some implied permissions
 */
public record IndFacts(
        AcceptanceNumber acceptanceNumber,
        @Nullable NoticeNumber noticeNumber,
        Decision decision,
        Product product,
        @Nullable SourcedDate acceptedOn,
        @Nullable SourcedDate decidedOn,
        @Nullable SourcedDate announcedOn) {}
