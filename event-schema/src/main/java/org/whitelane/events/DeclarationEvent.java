package org.whitelane.events;

/** What happened to an import under an entry. Aggregate id = declaration id. */
public sealed interface DeclarationEvent extends WhitelistEvent {

    @EventType(value = "org.whitelane.whitelist.declaration-reserved.v1", topic = Topic.DECLARATION)
    record DeclarationReserved(
            String declarationId,
            String entryId,
            String entryNumber,
            String scheme,
            String organisationId,
            long organisationVersion,
            Quantity quantity,
            String reservedUntil,
            boolean untilDefaulted)
            implements DeclarationEvent {
        @Override
        public String subject() {
            return declarationId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.declaration-declared.v1", topic = Topic.DECLARATION)
    record DeclarationDeclared(
            String declarationId,
            String entryId,
            String entryNumber,
            String customsNumber,
            String customsOffice,
            boolean customsOfficeChecked,
            String hsCode,
            String declaredOn,
            Quantity quantity)
            implements DeclarationEvent {
        @Override
        public String subject() {
            return declarationId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.declaration-released.v1", topic = Topic.DECLARATION)
    record DeclarationReleased(
            String declarationId,
            String entryId,
            String entryNumber,
            Quantity quantity,
            Quantity released,
            String releasedOn)
            implements DeclarationEvent {
        @Override
        public String subject() {
            return declarationId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.declaration-received.v1", topic = Topic.DECLARATION)
    record DeclarationReceived(
            String declarationId,
            String entryId,
            String entryNumber,
            Quantity quantity,
            Quantity received,
            boolean last,
            String receivedOn)
            implements DeclarationEvent {
        @Override
        public String subject() {
            return declarationId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.declaration-refused.v1", topic = Topic.DECLARATION)
    record DeclarationRefused(
            String declarationId,
            String entryId,
            String entryNumber,
            String reason,
            String refusedOn)
            implements DeclarationEvent {
        @Override
        public String subject() {
            return declarationId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.declaration-returned.v1", topic = Topic.DECLARATION)
    record DeclarationReturned(
            String declarationId,
            String entryId,
            String entryNumber,
            String reason,
            String returnedOn)
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
            String declarationId,
            String entryId,
            String entryNumber,
            String reason,
            String cancelledOn)
            implements DeclarationEvent {
        @Override
        public String subject() {
            return declarationId;
        }
    }

    @EventType(value = "org.whitelane.whitelist.declaration-expired.v1", topic = Topic.DECLARATION)
    record DeclarationExpired(
            String declarationId, String entryId, String entryNumber, String reservedUntil)
            implements DeclarationEvent {
        @Override
        public String subject() {
            return declarationId;
        }
    }
}
