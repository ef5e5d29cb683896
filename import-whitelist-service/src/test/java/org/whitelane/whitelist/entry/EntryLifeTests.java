package org.whitelane.whitelist.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.whitelane.events.Correction.Supersedes;
import org.whitelane.events.EntryEvent;
import org.whitelane.events.EventTypes;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.support.Imports;
import org.whitelane.whitelist.support.ServiceTestBase;
import org.whitelane.whitelist.support.WhitelistApi.Answer;

import java.util.Map;

/** What agencies do with an entry, and what becomes of the imports under it. */
class EntryLifeTests extends ServiceTestBase {

    private Imports imports;
    private Officer unit;
    private String entry;

    @BeforeEach
    void publish() {
        imports = new Imports(api, table);
        unit = table.enterprise("示例条目（虚构）");
        entry = imports.entry(unit);
    }

    @Test
    void isSuspendedAndLifted() {
        var held = imports.reserved(unit, entry, "100");
        var plan = imports.plan(unit, entry, "1", "g").expect(201).text("id");
        var suspended = decide(imports.customs(), "suspension").expect(200);
        assertThat(suspended.text("status")).isEqualTo("SUSPENDED");
        assertThat(suspended.text("statusReason")).isEqualTo("inspection pending");

        assertThat(imports.reserve(unit, plan).expect(422).faults())
                .containsExactly("/entry entry-suspended");
        assertThat(imports.declare(unit, held, Map.of()).faults())
                .containsExactly("/entry entry-suspended");
        assertThat(imports.quota(unit, entry)).as("what is reserved stays").isEqualTo("100/0");
        assertThat(decide(table.office(), "suspension").code()).isEqualTo("illegal-move");

        decide(table.office(), "lifting").expect(200);
        imports.reserve(unit, plan).expect(200);
        imports.declare(unit, held, Map.of()).expect(200);
    }

    @Test
    void takesReservationsAlongWhenRevoked() {
        var received = imports.reserved(unit, entry, "100");
        imports.declare(unit, received, Map.of()).expect(200);
        imports.release(received, "100").expect(201);
        imports.receive(unit, received, "100", false).expect(201);
        var declared = imports.reserved(unit, entry, "200");
        imports.declare(unit, declared, Map.of()).expect(200);
        var reserved = imports.reserved(unit, entry, "300");
        var planned = imports.plan(unit, entry, "400", "g").expect(201).text("id");

        assertThat(decide(table.office(), "revocation").expect(200).text("status"))
                .isEqualTo("REVOKED");

        assertThat(imports.show(unit, planned).text("status")).isEqualTo("CANCELLED");
        assertThat(imports.show(unit, reserved).text("status")).isEqualTo("CANCELLED");
        assertThat(imports.show(unit, declared).text("status")).isEqualTo("DECLARED");
        assertThat(imports.quota(unit, entry)).isEqualTo("200/100");
        assertThat(imports.release(declared, "200").code()).isEqualTo("entry-revoked");
        imports.move(imports.customs(), declared, "refusal", Map.of("reason", "revoked"))
                .expect(200);
        assertThat(imports.quota(unit, entry)).isEqualTo("0/100");
        await().untilAsserted(
                        () -> {
                            assertThat(events.typesOf(reserved))
                                    .containsExactly("DeclarationReserved", "DeclarationCancelled");
                            assertThat(events.typesOf(planned)).isEmpty();
                            assertThat(events.typesOf(entry))
                                    .endsWith("EntryRevoked", "QuotaReleased", "QuotaReleased");
                        });
        assertThat(revocation().supersedes())
                .as("what had stated that the entry holds")
                .returns(1L, Supersedes::aggregateVersion)
                .returns(EventTypes.typeOf(EntryEvent.EntryActivated.class), Supersedes::type);
    }

    private EntryEvent.EntryRevoked revocation() {
        return events.of(entry).stream()
                .filter(EntryEvent.EntryRevoked.class::isInstance)
                .map(EntryEvent.EntryRevoked.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void makesRoomForAnotherWhenRemoved() {
        decide(table.office(), "removal").expect(200);
        assertThat(imports.plan(unit, entry, "1", "g").code()).isEqualTo("entry-over");

        var another = imports.entry(unit);

        assertThat(another).isNotEqualTo(entry);
        imports.reserved(unit, another, "5000");
    }

    @Test
    void isDecidedOnByTheTableOnly() {
        assertThat(decide(unit, "suspension").code()).isEqualTo("role-missing");
        assertThat(decide(imports.customs(), "revocation").code()).isEqualTo("role-missing");
        var stranger = table.enterprise("示例外人丙（虚构）");
        var office = new Officer("office-x", id(stranger), table.office().roles());
        assertThat(decide(office, "suspension").status()).isEqualTo(404);
        var member = new Officer("office-y", id(imports.customs()), table.office().roles());
        assertThat(decide(member, "revocation").code()).isEqualTo("not-the-office");
    }

    private Answer decide(Officer officer, String move) {
        return api.post(
                officer, "/entries/" + entry + "/" + move, Map.of("reason", "inspection pending"));
    }
}
