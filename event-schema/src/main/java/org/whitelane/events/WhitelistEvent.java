package org.whitelane.events;

import static org.whitelane.events.Audience.OWNER;
import static org.whitelane.events.Audience.PUBLIC;
import static org.whitelane.events.Audience.REGULATOR;

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
    record CheckpointTaken(
            @For(REGULATOR) String stream,
            @For(REGULATOR) Checkpoint checkpoint,
            @For(REGULATOR) String jws)
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
            @For(PUBLIC) String nameZh,
            @For(PUBLIC) String nameEn,
            @For(PUBLIC) @Nullable String casNumber,
            @For(OWNER) String hsCode,
            @For(OWNER) String specification,
            @For(OWNER) Quantity quantity,
            @For(OWNER) String manufacturer,
            @For(OWNER) String manufacturerCountry,
            @For(OWNER) String originCountry,
            @For(OWNER) String use,
            @For(OWNER) @Nullable UnitContent content) {}

    /**
     * @param amount decimal string without exponent
     * @param unit g, kg, mL, L, vial or piece
     */
    record Quantity(@For(OWNER) String amount, @For(OWNER) String unit) {}

    /**
     * @param amount decimal string without exponent
     * @param unit g, kg, mL or L
     * @param per vial or piece
     */
    record UnitContent(
            @For(OWNER) String amount, @For(OWNER) String unit, @For(OWNER) String per) {}

    /**
     * An entry's quota after an event.
     *
     * @param approved what the entry allows, a decimal string as the others
     * @param year whose quota the counts are of; absent where the scheme does not count by year
     */
    record QuotaCounts(
            @For(OWNER) String approved,
            @For(OWNER) String reserved,
            @For(OWNER) String used,
            @For(OWNER) String unit,
            @For(OWNER) @Nullable Integer year) {}
}
