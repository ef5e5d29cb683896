package org.whitelane.events;

import org.jspecify.annotations.Nullable;

/** What import-whitelist-service publishes, by aggregate, and the values its events share. */
public sealed interface WhitelistEvent extends EventPayload
        permits SchemeEvent,
                RequestEvent,
                BatchEvent,
                EntryEvent,
                DeclarationEvent,
                UnitEvent,
                BanEvent,
                WhitelistEvent.CheckpointTaken {

    /** A signed statement of how far a stream had come; aggregate id = the stream's name. */
    @EventType(
            value = "org.whitelane.whitelist.checkpoint-taken.v1",
            topic = Topic.WHITELIST_CHECKPOINT)
    record CheckpointTaken(String stream, Checkpoint checkpoint, String jws)
            implements WhitelistEvent, CheckpointEvent {
        @Override
        public String subject() {
            return stream;
        }
    }

    /**
     * @param casNumber absent for most biologics
     * @param hsCode 10-digit declaration code
     * @param manufacturerCountry ISO 3166-1 alpha-3, as originCountry
     * @param use PRECLINICAL_RESEARCH, PROCESS_MATERIAL, EXCIPIENT, …
     * @param content of one vial or piece; absent where nobody said it
     */
    record Article(
            String nameZh,
            String nameEn,
            @Nullable String casNumber,
            String hsCode,
            String specification,
            Quantity quantity,
            String manufacturer,
            String manufacturerCountry,
            String originCountry,
            String use,
            @Nullable UnitContent content) {}

    /**
     * @param amount decimal string without exponent
     * @param unit g, kg, mL, L, vial or piece
     */
    record Quantity(String amount, String unit) {}

    /**
     * @param amount decimal string without exponent
     * @param unit g, kg, mL or L
     * @param per vial or piece
     */
    record UnitContent(String amount, String unit, String per) {}

    /**
     * An entry's quota after an event.
     *
     * @param approved what the entry allows, a decimal string as the others
     * @param year whose quota the counts are of; absent where the scheme does not count by year
     */
    record QuotaCounts(
            String approved, String reserved, String used, String unit, @Nullable Integer year) {}
}
