package org.whitelane.registry.events;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.whitelane.chassis.journal.InternalEvent;
import org.whitelane.chassis.journal.Journal;
import org.whitelane.chassis.journal.PrivatePart;
import org.whitelane.registry.core.Act;
import org.whitelane.registry.credential.Credential;
import org.whitelane.registry.credential.CredentialHappened;
import org.whitelane.registry.token.SigningKeysRewrapped;
import org.whitelane.registry.token.SigningKeysRotated;

import java.util.List;

/**
 * Writes who got access and lost it. It concerns nobody outside, so it stays in the internal
 * stream.
 */
@Component
class AccessJournal {

    private static final String PREFIX = "org.whitelane.registry.";

    private final Journal journal;

    AccessJournal(Journal journal) {
        this.journal = journal;
    }

    @EventListener
    void on(CredentialHappened happened) {
        switch (happened) {
            case CredentialHappened.Issued(var it, var act) ->
                    append("credential-issued.v1", it.clientId(), null, written(it), act);
            case CredentialHappened.Revoked(var before, var after, var act) ->
                    append(
                            "credential-revoked.v1",
                            after.clientId(),
                            written(before),
                            written(after),
                            act);
        }
    }

    @EventListener
    void on(SigningKeysRotated happened) {
        append(
                "signing-keys-rotated.v1",
                "signing-keys",
                happened.before() == null ? null : new WrittenKey(happened.before()),
                new WrittenKey(happened.after()),
                happened.act());
    }

    @EventListener
    void on(SigningKeysRewrapped happened) {
        append("signing-keys-rewrapped.v1", "signing-keys", null, happened.done(), happened.act());
    }

    private void append(
            String type, String subject, @Nullable Object before, Object after, Act act) {
        journal.append(
                new InternalEvent(PREFIX + type, subject, after),
                PrivatePart.by(act.actor()).because(act.reason()).change(before, after));
    }

    private static WrittenCredential written(Credential credential) {
        var organisation = credential.organisation();
        return new WrittenCredential(
                credential.clientId(),
                organisation == null ? null : organisation.toString(),
                credential.roles().stream().map(Enum::name).toList(),
                credential.status().name());
    }

    /** Without the secret's hash. */
    record WrittenCredential(
            String clientId, @Nullable String organisation, List<String> roles, String status) {}

    record WrittenKey(String kid) {}
}
