package org.whitelane.registry.token;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.whitelane.chassis.keys.KeyFileUnusable;
import org.whitelane.registry.core.Act;
import org.whitelane.registry.core.AdvisoryLocks;

import java.time.Clock;
import java.util.List;

/**
 * Which key signs, which are published. A new key signs at once: resource servers that meet an
 * unknown key id fetch the key set again. The old one stays published until the last token it
 * signed has expired, and every cache with it.
 */
@Service
public class KeyRing {

    private final SigningKeys keys;
    private final SigningSettings settings;
    private final AdvisoryLocks locks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeyRing(
            SigningKeys keys,
            SigningSettings settings,
            AdvisoryLocks locks,
            ApplicationEventPublisher events,
            Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.locks = locks;
        this.events = events;
        this.clock = clock;
    }

    /** First the one that signs. */
    List<SigningKey> published() {
        return keys.published(clock.instant());
    }

    SigningKey signing() {
        return published().getFirst();
    }

    /**
     * A new database gets its first key; on one that has keys this proves that the key file fits.
     */
    @Transactional
    public void ensureOne() {
        locks.take("signing-keys");
        if (published().isEmpty()) {
            rotate(Act.SYSTEM);
        }
    }

    @Transactional
    public Rotation rotate(Act act) {
        locks.take("signing-keys");
        var now = clock.instant();
        var before = keys.published(now).stream().findFirst().map(SigningKey::kid).orElse(null);
        var next = SigningKey.generate(now);
        keys.destroyRetired(now);
        keys.retireNewestAt(now.plus(settings.overlap()));
        keys.add(next);
        events.publishEvent(new SigningKeysRotated(before, next.kid(), act));
        return new Rotation(next.kid(), before, now.plus(settings.overlap()));
    }

    /**
     * Wraps every key anew with the file's first one. Tokens and published keys do not change.
     *
     * @throws KeyFileUnusable where the file lacks a key that something still lies under; nothing
     *     is changed then
     */
    @Transactional
    public Rewrapping rewrap(Act act) {
        locks.take("signing-keys");
        int count = keys.rewrap();
        var done = new Rewrapping(keys.fingerprint(), count);
        events.publishEvent(new SigningKeysRewrapped(done, act));
        return done;
    }
}
