package org.whitelane.whitelist.receipt;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.whitelane.chassis.keys.KeyFileUnusable;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.signing.CompactJws;
import org.whitelane.whitelist.signing.Ed25519Key;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Which key signs, which are published. A new one signs at once, and the private half of the old
 * one is destroyed; its public half stays, because what it signed is on paper in people's hands.
 */
@Service
public class IssuerKeyRing {

    private final IssuerKeys keys;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    IssuerKeyRing(IssuerKeys keys, ApplicationEventPublisher facts, Clock clock) {
        this.keys = keys;
        this.facts = facts;
        this.clock = clock;
    }

    /** Whose signatures count; the newest first. */
    public List<Ed25519Key> published() {
        return keys.published();
    }

    boolean isPublished(String kid) {
        return keys.isPublished(kid);
    }

    /**
     * @param kid which key did
     */
    record Signed(String jws, String kid) {}

    Signed sign(String type, String payload) {
        var key = keys.signing().orElseThrow(() -> new IllegalStateException("no issuer key"));
        return new Signed(CompactJws.sign(type, key.kid(), key.secret(), payload), key.kid());
    }

    /**
     * A new database gets its first key; on one that has keys this proves that the key file fits.
     */
    @Transactional
    public void ensureOne() {
        keys.lock();
        if (keys.signing().isEmpty()) {
            rotate("The first key.", false, Officer.system());
        }
    }

    /**
     * @param compromised somebody else may have the old key: nothing that it signed counts any more
     */
    @Transactional
    public IssuerKeyFact.Rotated rotate(String reason, boolean compromised, Officer by) {
        keys.lock();
        var before = keys.signing().map(IssuerKey::kid).orElse(null);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (before != null && compromised) {
            keys.revoke(before, now);
        } else if (before != null) {
            keys.retire(before);
        }
        var next = IssuerKey.generate(now);
        keys.add(next);
        var rotated =
                new IssuerKeyFact.Rotated(
                        before, next.kid(), next.key().x(), compromised, reason, by);
        facts.publishEvent(rotated);
        return rotated;
    }

    /**
     * Wraps the key anew with the file's first one.
     *
     * @throws KeyFileUnusable where the file lacks the key that it lies under; nothing is changed
     */
    @Transactional
    public IssuerKeyFact.Rewrapped rewrap(String reason, Officer by) {
        keys.lock();
        var done = new IssuerKeyFact.Rewrapped(keys.rewrap(), keys.fingerprint(), reason, by);
        facts.publishEvent(done);
        return done;
    }
}
