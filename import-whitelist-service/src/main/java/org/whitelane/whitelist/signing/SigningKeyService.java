package org.whitelane.whitelist.signing;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.whitelane.events.UuidV7;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.signing.KeyOutcome.Reason;
import org.whitelane.whitelist.signing.KeyOutcome.Refused;
import org.whitelane.whitelist.signing.SigningKey.Revocation;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;

/** Officers register the public keys they sign with, and revoke them. */
@Service
public class SigningKeyService {

    /** Long enough for a person with a token to plug in. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int NONCE = 32;

    private final SigningKeys keys;
    private final ApplicationEventPublisher facts;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SigningKeyService(SigningKeys keys, ApplicationEventPublisher facts, Clock clock) {
        this.keys = keys;
        this.facts = facts;
        this.clock = clock;
    }

    /** Empty for a credential that acts for no organisation. */
    @Transactional
    public Optional<KeyChallenge> challenge(Officer officer) {
        var organisation = officer.organisation();
        if (organisation == null) {
            return Optional.empty();
        }
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var now = now();
        keys.forgetExpired(now);
        var challenge =
                new KeyChallenge(
                        UuidV7.at(now),
                        officer.subject(),
                        organisation,
                        Base64Url.encode(nonce),
                        now.plus(PATIENCE));
        keys.add(challenge);
        return Optional.of(challenge);
    }

    /**
     * @param proof detached JWS over the challenge's statement
     */
    @Transactional
    public KeyOutcome register(UUID challenge, String x, String proof, Officer officer) {
        var unusable = Ed25519Key.refusal(x);
        if (unusable.isPresent()) {
            return new Refused(Reason.KEY_UNUSABLE, unusable.get());
        }
        var now = now();
        return keys.take(challenge, officer.subject())
                .filter(open -> open.expiresAt().isAfter(now))
                .filter(open -> officer.actsFor(open.organisation()))
                .map(open -> answered(open, new Ed25519Key(x), proof, officer))
                .orElseGet(
                        () ->
                                new Refused(
                                        Reason.CHALLENGE_UNKNOWN,
                                        "Challenge %s is not open for this credential; ask for a"
                                                        .formatted(challenge)
                                                + " new one."));
    }

    private KeyOutcome answered(
            KeyChallenge challenge, Ed25519Key key, String proof, Officer officer) {
        var id = key.thumbprint();
        var objection = DetachedJws.refusal(proof, challenge.statement(id), key);
        if (objection.isPresent()) {
            return new Refused(Reason.POSSESSION_NOT_PROVEN, objection.get());
        }
        var registered =
                new SigningKey(id, key, officer.subject(), challenge.organisation(), now(), null);
        if (!keys.add(registered)) {
            return taken(officer);
        }
        facts.publishEvent(new KeyFact.Registered(registered, officer));
        return new KeyOutcome.Done(registered);
    }

    private Refused taken(Officer officer) {
        return keys.activeOf(officer.subject())
                .map(
                        active ->
                                new Refused(
                                        Reason.KEY_ACTIVE_ALREADY,
                                        "The credential signs with %s; revoke it first."
                                                .formatted(active.id())))
                .orElseGet(
                        () ->
                                new Refused(
                                        Reason.KEY_TAKEN,
                                        "The key is known already; a key belongs to one officer and"
                                                + " is never used again after its revocation."));
    }

    /** By its owner, or by a registrar, who also revokes credentials. */
    @Transactional
    public KeyOutcome revoke(String id, String reason, Officer officer, LongPredicate expected) {
        var found =
                keys.lock(id)
                        .filter(
                                key ->
                                        key.credential().equals(officer.subject())
                                                || officer.roles().contains("REGISTRAR"));
        if (found.isEmpty()) {
            return new Refused(Reason.NOT_FOUND, "Signing key %s was not found.".formatted(id));
        }
        var key = found.get();
        if (!expected.test(key.version())) {
            return new KeyOutcome.OtherVersion(key.version());
        }
        if (!key.isActive()) {
            return new Refused(Reason.KEY_REVOKED_ALREADY, "It is revoked already.");
        }
        var why = new Revocation(now(), reason, officer.subject());
        keys.revoke(id, why);
        var revoked = key.revoked(why);
        facts.publishEvent(new KeyFact.Revoked(revoked, officer));
        return new KeyOutcome.Done(revoked);
    }

    /** As the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
