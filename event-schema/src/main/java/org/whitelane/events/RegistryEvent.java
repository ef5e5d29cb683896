package org.whitelane.events;

import static org.whitelane.events.Audience.OWNER;
import static org.whitelane.events.Audience.PUBLIC;
import static org.whitelane.events.Audience.REGULATOR;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What registry-service publishes: parties and the working-day calendar. */
public sealed interface RegistryEvent extends EventPayload {

    @EventType(
            value = "org.whitelane.registry.organisation-registered.v1",
            topic = Topic.ORGANISATION)
    record OrganisationRegistered(
            @For(OWNER) String organisationId, @For(OWNER) Organisation organisation)
            implements RegistryEvent {
        @Override
        public String subject() {
            return organisationId;
        }
    }

    /** The whole state after any change of name, area, type or status. */
    @EventType(value = "org.whitelane.registry.organisation-changed.v1", topic = Topic.ORGANISATION)
    record OrganisationChanged(
            @For(OWNER) String organisationId, @For(OWNER) Organisation organisation)
            implements RegistryEvent {
        @Override
        public String subject() {
            return organisationId;
        }
    }

    @EventType(value = "org.whitelane.registry.credit-flag-raised.v1", topic = Topic.ORGANISATION)
    record CreditFlagRaised(@For(OWNER) String organisationId, @For(OWNER) CreditFlag flag)
            implements RegistryEvent {
        @Override
        public String subject() {
            return organisationId;
        }
    }

    @EventType(value = "org.whitelane.registry.credit-flag-lifted.v1", topic = Topic.ORGANISATION)
    record CreditFlagLifted(@For(OWNER) String organisationId, @For(OWNER) CreditFlag flag)
            implements RegistryEvent {
        @Override
        public String subject() {
            return organisationId;
        }
    }

    /**
     * One calendar year as announced by the State Council: everything a reader needs to count
     * working days.
     *
     * @param year four digits
     * @param version grows when a year is imported again
     * @param holidays ISO days off that a plain Monday-to-Friday week would not have off, and the
     *     statutory ones
     * @param workdays ISO make-up working days on weekends (调休)
     */
    @EventType(value = "org.whitelane.registry.calendar-imported.v1", topic = Topic.CALENDAR)
    record CalendarImported(
            @For(PUBLIC) int year,
            @For(PUBLIC) int version,
            @For(PUBLIC) String source,
            @For(PUBLIC) List<String> holidays,
            @For(PUBLIC) List<String> workdays)
            implements RegistryEvent {
        @Override
        public String subject() {
            return "CN-" + year;
        }
    }

    /** A signed statement of how far a stream had come; aggregate id = the stream's name. */
    @EventType(
            value = "org.whitelane.registry.checkpoint-taken.v1",
            topic = Topic.REGISTRY_CHECKPOINT)
    record CheckpointTaken(
            @For(REGULATOR) String stream,
            @For(REGULATOR) Checkpoint checkpoint,
            @For(REGULATOR) String jws)
            implements RegistryEvent, CheckpointEvent {
        @Override
        public String subject() {
            return stream;
        }
    }

    /**
     * @param creditCode unified social credit code (GB 32100-2015), 18 characters
     * @param creditCodeCheck PASS, or FAIL_LEGACY for the few real codes whose check digit is wrong
     * @param types e.g. ENTERPRISE, AUTHORITY, CUSTOMS
     * @param registeredDivision GB/T 2260 county code, 6 digits
     * @param pilotAreas codes of pilot areas, which are not administrative divisions
     * @param status ACTIVE, SUSPENDED or DEREGISTERED
     */
    record Organisation(
            @For(OWNER) String creditCode,
            @For(OWNER) String creditCodeCheck,
            @For(OWNER) String nameZh,
            @For(OWNER) @Nullable String nameEn,
            @For(OWNER) List<String> types,
            @For(OWNER) String registeredDivision,
            @For(OWNER) List<String> pilotAreas,
            @For(OWNER) String status) {}

    /**
     * @param kind e.g. SERIOUS_DISHONESTY, ABNORMAL_OPERATION, CUSTOMS_DISHONEST
     * @param from ISO day
     * @param to ISO day, absent while open
     * @param source where it was published
     */
    record CreditFlag(
            @For(OWNER) String flagId,
            @For(OWNER) String kind,
            @For(OWNER) String from,
            @For(OWNER) @Nullable String to,
            @For(OWNER) String source) {}
}
