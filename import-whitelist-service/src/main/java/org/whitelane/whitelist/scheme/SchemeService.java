package org.whitelane.whitelist.scheme;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.whitelane.whitelist.core.Officer;
import org.whitelane.whitelist.party.Parties;
import org.whitelane.whitelist.party.PartyKnowledge;

import java.util.function.LongPredicate;

/** Activates versions and seats the member agencies. */
@Service
public class SchemeService {

    private final Schemes schemes;
    private final Parties parties;
    private final ApplicationEventPublisher facts;

    SchemeService(Schemes schemes, Parties parties, ApplicationEventPublisher facts) {
        this.schemes = schemes;
        this.parties = parties;
        this.facts = facts;
    }

    /**
     * Once per version; the same file again changes nothing, another file under the same version is
     * refused.
     */
    @Transactional
    public Activation activate(PilotScheme scheme, Officer by) {
        schemes.lock(scheme.code());
        if (schemes.add(scheme)) {
            facts.publishEvent(new SchemeFact.VersionActivated(scheme, by));
            return new Activation.Activated(scheme);
        }
        return schemes.version(scheme.code(), scheme.version()).equals(scheme)
                ? new Activation.Unchanged(scheme)
                : new Activation.OtherContent(scheme);
    }

    /**
     * @param expected the revisions of the scheme that the caller acts on
     */
    @Transactional
    public Binding bind(
            String code,
            String agencyRole,
            String organisation,
            Officer by,
            LongPredicate expected) {
        schemes.lock(code);
        var scheme = schemes.newest(code);
        if (scheme.isEmpty()) {
            return new Binding.NoSuchScheme(code);
        }
        var revision = schemes.revision(code);
        if (!expected.test(revision)) {
            return new Binding.OtherRevision(revision);
        }
        var members = scheme.get().governance().members();
        if (members.stream().noneMatch(m -> m.agencyRole().equals(agencyRole))) {
            return new Binding.NoSuchRole(
                    agencyRole, members.stream().map(PilotScheme.Member::agencyRole).toList());
        }
        return switch (parties.forDecision(organisation)) {
            case PartyKnowledge.NotKnownYet(var detail) -> new Binding.NotKnownYet(detail);
            case PartyKnowledge.Known(var party) when !party.active() || !party.authority() ->
                    new Binding.NoAuthority(party);
            case PartyKnowledge.Known _ -> bindKnown(code, agencyRole, organisation, by);
        };
    }

    private Binding bindKnown(String code, String agencyRole, String organisation, Officer by) {
        if (!schemes.bind(code, agencyRole, organisation)) {
            return new Binding.Taken();
        }
        facts.publishEvent(new SchemeFact.MemberBound(code, agencyRole, organisation, by));
        return new Binding.Bound(code, agencyRole, organisation, schemes.revision(code));
    }
}
