package org.whitelane.events;

import static org.whitelane.events.Audience.OWNER;
import static org.whitelane.events.Audience.REGULATOR;

/** What happened to an import under an entry. Aggregate id = declaration id. */
public sealed interface DeclarationEvent extends WhitelistEvent {

    @EventType(value = "org.whitelane.whitelist.declaration-reserved.v1", topic = Topic.DECLARATION)
    record DeclarationReserved(
            @For(OWNER) String declarationId,
            @For(OWNER) String entryId,
            @For(OWNER) String entryNumber,
            @For(OWNER) String scheme,
            @For(OWNER) String organisationId,
            @For(REGULATOR) long organisationVersion,
            @For(OWNER) Quantity quantity,
            @For(OWNER) String reservedUntil,
            @For(OWNER) boolean untilDefaulted)
            implements DeclarationEvent {
        @Override
        public String subject() {
            return declarationId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.declaration-declared.v1", topic = Topic.DECLARATION)
    record DeclarationDeclared(
            @For(OWNER) String declarationId,
            @For(OWNER) String entryId,
            @For(OWNER) String entryNumber,
            @For(OWNER) String customsNumber,
            @For(OWNER) String customsOffice,
            @For(OWNER) boolean customsOfficeChecked,
            @For(OWNER) String hsCode,
            @For(OWNER) String declaredOn,
            @For(OWNER) Quantity quantity)
            implements DeclarationEvent {
        @Override
        public String subject() {
            return declarationId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.declaration-released.v1", topic = Topic.DECLARATION)
    record DeclarationReleased(
            @For(OWNER) String declarationId,
            @For(OWNER) String entryId,
            @For(OWNER) String entryNumber,
            @For(OWNER) Quantity quantity,
            @For(OWNER) Quantity released,
            @For(OWNER) String releasedOn)
            implements DeclarationEvent {
        @Override
        public String subject() {
            return declarationId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.declaration-received.v1", topic = Topic.DECLARATION)
    record DeclarationReceived(
            @For(OWNER) String declarationId,
            @For(OWNER) String entryId,
            @For(OWNER) String entryNumber,
            @For(OWNER) Quantity quantity,
            @For(OWNER) Quantity received,
            @For(OWNER) boolean last,
            @For(OWNER) String receivedOn)
            implements DeclarationEvent {
        @Override
        public String subject() {
            return declarationId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.declaration-refused.v1", topic = Topic.DECLARATION)
    record DeclarationRefused(
            @For(OWNER) String declarationId,
            @For(OWNER) String entryId,
            @For(OWNER) String entryNumber,
            @For(OWNER) String reason,
            @For(OWNER) String refusedOn)
            implements DeclarationEvent {
        @Override
        public String subject() {
            return declarationId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.declaration-returned.v1", topic = Topic.DECLARATION)
    record DeclarationReturned(
            @For(OWNER) String declarationId,
            @For(OWNER) String entryId,
            @For(OWNER) String entryNumber,
            @For(OWNER) String reason,
            @For(OWNER) String returnedOn)
            implements DeclarationEvent {
        @Override
        public String subject() {
            return declarationId;
        }
    }

    @EventType(
            value = "org.whitelane.whitelist.declaration-cancelled.v1",
            topic = Topic.DECLARATION)
    record DeclarationCancelled(
            @For(OWNER) String declarationId,
            @For(OWNER) String entryId,
            @For(OWNER) String entryNumber,
            @For(OWNER) String reason,
            @For(OWNER) String cancelledOn)
            implements DeclarationEvent {
        @Override
        public String subject() {
            return declarationId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.declaration-expired.v1", topic = Topic.DECLARATION)
    record DeclarationExpired(
            @For(OWNER) String declarationId,
            @For(OWNER) String entryId,
            @For(OWNER) String entryNumber,
            @For(OWNER) String reservedUntil)
            implements DeclarationEvent {
        @Override
        public String subject() {
            return declarationId;
        }
    }
}
