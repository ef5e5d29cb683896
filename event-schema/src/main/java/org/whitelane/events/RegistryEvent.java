package org.whitelane.events;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What registry-service publishes: parties and the working-day calendar. */
public sealed interface RegistryEvent extends EventPayload {

    @EventType(
            value = "org.whitelane.registry.organisation-registered.v1",
            topic = Topic.ORGANISATION)
    record OrganisationRegistered(String organisationId, Organisation organisation)
            implements RegistryEvent {
        @Override
        public String subject() {
            return organisationId;
        }
    }

    /** The whole state after any change of name, area, type or status. */
    @EventType(value = "org.whitelane.registry.organisation-changed.v1", topic = Topic.ORGANISATION)
    record OrganisationChanged(String organisationId, Organisation organisation)
            implements RegistryEvent {
        @Override
        public String subject() {
            return organisationId;
        }
    }

    @EventType(value = "org.whitelane.registry.credit-flag-raised.v1", topic = Topic.ORGANISATION)
    record CreditFlagRaised(String organisationId, CreditFlag flag) implements RegistryEvent {
        @Override
        public String subject() {
            return organisationId;
        }
    }

    @EventType(value = "org.whitelane.registry.credit-flag-lifted.v1", topic = Topic.ORGANISATION)
    record CreditFlagLifted(String organisationId, CreditFlag flag) implements RegistryEvent {
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
            int year, int version, String source, List<String> holidays, List<String> workdays)
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
    record CheckpointTaken(String stream, Checkpoint checkpoint, String jws)
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
            String creditCode,
            String creditCodeCheck,
            String nameZh,
            @Nullable String nameEn,
            List<String> types,
            String registeredDivision,
            List<String> pilotAreas,
            String status) {}

    /**
     * @param kind e.g. SERIOUS_DISHONESTY, ABNORMAL_OPERATION, CUSTOMS_DISHONEST
     * @param from ISO day
     * @param to ISO day, absent while open
     * @param source where it was published
     */
    record CreditFlag(
            String flagId, String kind, String from, @Nullable String to, String source) {}
}
