package org.whitelane.registry.credential;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.whitelane.chassis.security.Role;
import org.whitelane.registry.core.Act;
import org.whitelane.registry.core.AdvisoryLocks;
import org.whitelane.registry.organisation.OrganisationService;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;

/** Issues and revokes credentials. */
@Service
public class CredentialService {

    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Credentials credentials;
    private final OrganisationService organisations;
    private final AdvisoryLocks locks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CredentialService(
            Credentials credentials,
            OrganisationService organisations,
            AdvisoryLocks locks,
            ApplicationEventPublisher events,
            Clock clock) {
        this.credentials = credentials;
        this.organisations = organisations;
        this.locks = locks;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public Issuance issue(Wanted wanted, Act act) {
        var id = wanted.organisation();
        if (id != null) {
            var organisation = organisations.find(id);
            if (organisation.isEmpty()) {
                return new Issuance.UnknownOrganisation(id);
            }
            if (!organisation.get().isActive()) {
                return new Issuance.OrganisationNotActive(id, organisation.get().status());
            }
        }
        return issue(UUID.randomUUID().toString(), Secret.random(), wanted, act);
    }

    private Issuance issue(String clientId, String secret, Wanted wanted, Act act) {
        var credential = Credential.issue(clientId, secret, wanted);
        credentials.add(credential, clock.instant());
        events.publishEvent(new CredentialHappened.Issued(credential, act));
        return new Issuance.Issued(credential, secret);
    }

    /**
     * The very first credential, so that somebody can issue the others. Does nothing when there is
     * any.
     *
     * @throws IllegalArgumentException when id or secret cannot serve
     */
    @Transactional
    public void bootstrap(String clientId, String secret) {
        if (!CLIENT_ID.matcher(clientId).matches() || secret.length() < Secret.SHORTEST) {
            throw new IllegalArgumentException(
                    "whitelane.bootstrap.client-id should be 1 to 64 letters, digits, dots, hyphens"
                            + " or underscores,"
                            + " and whitelane.bootstrap.client-secret at least %d characters, such as 32 random bytes in base64url"
                                    .formatted(Secret.SHORTEST));
        }
        locks.take("bootstrap-credential");
        if (!credentials.any()) {
            issue(
                    clientId,
                    secret,
                    new Wanted(null, List.of(Role.REGISTRAR, Role.OPERATOR)),
                    Act.SYSTEM.because("The first credential, from the configuration"));
        }
    }

    /**
     * Empty when there is no such credential.
     *
     * @param expected the versions that the caller acts on
     */
    @Transactional
    public Optional<Revocation> revoke(String clientId, Act act, LongPredicate expected) {
        return wellFormed(clientId)
                .flatMap(credentials::lock)
                .map(
                        found ->
                                expected.test(found.version())
                                        ? revoke(found, act)
                                        : new Revocation.OtherVersion(found.version()));
    }

    private Revocation revoke(Credential before, Act act) {
        if (!before.isActive()) {
            return new Revocation.AlreadyRevoked(before);
        }
        var after = before.revoke();
        credentials.changeStatus(after);
        events.publishEvent(new CredentialHappened.Revoked(before, after, act));
        return new Revocation.Revoked(after);
    }

    public Optional<Credential> find(String clientId) {
        return wellFormed(clientId).flatMap(credentials::find);
    }

    /**
     * The id comes from outside before anybody is authenticated; what cannot be one never reaches
     * the database.
     */
    private static Optional<String> wellFormed(String clientId) {
        return Optional.of(clientId).filter(id -> CLIENT_ID.matcher(id).matches());
    }
}
