package org.whitelane.chassis.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Replay and discard. */
class ReleaseTests extends ParkedBench {

    @Test
    void replaysInVersionOrderOnceTheHandlerIsHealed() throws Exception {
        effects.failOn(aggregate, 2, () -> new IllegalStateException("cannot"));
        for (long version = 1; version <= 5; version++) {
            take(version);
        }
        assertThat(parked().valueStream().map(p -> p.get("status").asString()))
                .containsExactly("FAILED", "WAITING", "WAITING", "WAITING");
        var id = firstId();

        var still = ok(send("POST", "/" + id + "/replay", "", "OPERATOR"));
        assertThat(still.get("status").asString()).isEqualTo("FAILED");
        assertThat(still.get("attempts").asInt()).isEqualTo(8);
        effects.heal(aggregate, 2);
        // whichever of the queue is named, it begins at its head
        var last = parked().get(3).get("id").asString();
        var done = ok(send("POST", "/" + last + "/replay", "", "OPERATOR"));

        assertThat(done.get("status").asString()).isEqualTo("APPLIED");
        assertThat(effects.versions(aggregate)).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(parked()).isEmpty();
        take(6);
        assertThat(effects.versions(aggregate)).hasSize(6);
        assertThat(audited(last))
                .containsExactly("org.whitelane.chassis.parked-record-replayed.v1 by officer-7");
        assertRefused(send("POST", "/" + id + "/replay", "", "OPERATOR"), 409, "already-resolved");
    }

    @Test
    void stopsAReplayAtTheNextRecordThatFailsAndKeepsWhatWentWell() throws Exception {
        effects.failOn(aggregate, 1, () -> new IllegalStateException("one"));
        effects.failOn(aggregate, 3, () -> new IllegalStateException("three"));
        for (long version = 1; version <= 4; version++) {
            take(version);
        }
        effects.heal(aggregate, 1);

        ok(send("POST", "/" + firstId() + "/replay", "", "OPERATOR"));

        assertThat(effects.versions(aggregate)).containsExactly(1L, 2L);
        assertThat(parked().valueStream().map(p -> p.get("version") + p.get("status").asString()))
                .containsExactly("3FAILED", "4WAITING");
    }

    @Test
    void goesOnAfterADiscardedVersion() throws Exception {
        take(1);
        take(Records.event(aggregate, 2).value("{"));
        take(3);
        var id = firstId();

        var discarded =
                ok(
                        send(
                                "POST",
                                "/" + id + "/discard",
                                "{\"reason\":\"typo of ours\"}",
                                "OPERATOR"));

        assertThat(discarded.get("status").asString()).isEqualTo("DISCARDED");
        assertThat(discarded.get("history").toString()).contains("typo of ours");
        assertThat(effects.versions(aggregate)).containsExactly(1L, 3L);
        take(Records.event(aggregate, 2).value("{"));
        take(2);
        take(4);
        assertThat(effects.versions(aggregate)).containsExactly(1L, 3L, 4L);
        assertThat(audited(id))
                .containsExactly("org.whitelane.chassis.parked-record-discarded.v1 by officer-7");
        assertRefused(
                send("POST", "/" + id + "/discard", "{\"reason\":\"again\"}", "OPERATOR"),
                409,
                "already-resolved");
    }

    @Test
    void skipsAVersionThatWasDiscardedBeforeItsTurn() throws Exception {
        take(1);
        take(3);
        ok(send("POST", "/" + firstId() + "/discard", "{\"reason\":\"unwanted\"}", "OPERATOR"));
        take(2);
        take(4);

        assertThat(effects.versions(aggregate)).containsExactly(1L, 2L, 4L);
    }

    @Test
    void appliesTheRealRecordWhenAForgedOneIsDiscarded() throws Exception {
        take(1);
        take(Records.event(aggregate, 2).value("forged"));
        take(2);
        take(3);

        ok(send("POST", "/" + firstId() + "/discard", "{\"reason\":\"forged\"}", "OPERATOR"));

        assertThat(effects.versions(aggregate)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void letsARecordWithoutAnIdOnlyBeDiscarded() throws Exception {
        take(Records.event(aggregate, 1).bare().value("not an event"));
        var id = firstId();

        assertRefused(send("POST", "/" + id + "/replay", "", "OPERATOR"), 409, "no-readable-id");
        ok(send("POST", "/" + id + "/discard", "{\"reason\":\"noise\"}", "OPERATOR"));

        assertThat(parked()).isEmpty();
    }

    @Test
    void saysWhichVersionIsMissing() throws Exception {
        take(2);

        var refused = send("POST", "/" + firstId() + "/replay", "", "OPERATOR");

        assertRefused(refused, 409, "version-missing");
        assertThat(refused.body()).contains("version 1");
    }

    @Test
    void goesOnPastVersionsThatNeverArrive() throws Exception {
        take(1);
        take(4);
        take(5);
        var first = firstId();
        var second = parked().get(1).get("id").asString();
        var body = "{\"reason\":\"lost with the producer's disk\"}";
        assertRefused(
                send("POST", "/" + first + "/skip", "{}", "OPERATOR"), 400, "invalid-request");
        assertRefused(send("POST", "/" + first + "/skip", body, "AUDITOR"), 403, "role-missing");
        assertRefused(send("POST", "/" + second + "/skip", body, "OPERATOR"), 409, "not-first");

        var skipped = ok(send("POST", "/" + first + "/skip", body, "OPERATOR"));

        assertThat(skipped.get("status").asString()).isEqualTo("APPLIED");
        assertThat(skipped.get("history").toString())
                .contains("versions 2 to 3: lost with the producer's disk");
        assertThat(effects.versions(aggregate)).containsExactly(1L, 4L, 5L);
        assertThat(parked()).isEmpty();
        take(2);
        take(6);
        assertThat(effects.versions(aggregate)).containsExactly(1L, 4L, 5L, 6L);
        assertThat(audited(first))
                .containsExactly("org.whitelane.chassis.missing-versions-skipped.v1 by officer-7");
    }

    @Test
    void skipsNothingWhereNothingIsMissing() throws Exception {
        effects.failOn(aggregate, 1, () -> new IllegalStateException("cannot"));
        take(1);

        assertRefused(
                send("POST", "/" + firstId() + "/skip", "{\"reason\":\"x\"}", "OPERATOR"),
                409,
                "nothing-missing");
    }

    @Test
    void changesNothingWhileAPartIsAway() throws Exception {
        effects.failOn(aggregate, 1, () -> new IllegalStateException("cannot"));
        take(1);
        effects.failOn(aggregate, 1, () -> new Unavailable("SMTP", null));
        var id = firstId();

        assertRefused(send("POST", "/" + id + "/replay", "", "OPERATOR"), 503, "part-unavailable");

        assertThat(parked().get(0).get("attempts").asInt()).isEqualTo(4);
        assertThat(audited(id)).isEmpty();
    }
}
