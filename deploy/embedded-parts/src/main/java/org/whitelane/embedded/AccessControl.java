package org.whitelane.embedded;

import static org.apache.kafka.common.acl.AclPermissionType.ALLOW;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.whitelane.embedded.BrokerAccess.Principal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes a broker's own list of principals and rights equal to what was decided: what is missing is
 * added, what is there besides is taken away, a right that was withdrawn included.
 */
final class AccessControl {

    private static final ScramMechanism SCRAM = ScramMechanism.SCRAM_SHA_512;

    /** RFC 7677 asks for 4,096 at least; the passwords are random, so more buys nothing. */
    private static final int ITERATIONS = 4096;

    private AccessControl() {}

    static void apply(Admin admin, BrokerAccess access) {
        setRights(admin, access);
        setLogins(admin, access);
    }

    private static void setLogins(Admin admin, BrokerAccess access) {
        List<UserScramCredentialAlteration> changes = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (var principal : access.principals()) {
            named.add(principal.login().username());
            changes.add(
                    new UserScramCredentialUpsertion(
                            principal.login().username(),
                            new ScramCredentialInfo(SCRAM, ITERATIONS),
                            principal.login().password()));
        }
        Topics.get(admin.describeUserScramCredentials().all()).keySet().stream()
                .filter(known -> !named.contains(known))
                .forEach(known -> changes.add(new UserScramCredentialDeletion(known, SCRAM)));
        Topics.get(admin.alterUserScramCredentials(changes).all());
    }

    private static void setRights(Admin admin, BrokerAccess access) {
        var wanted =
                access.principals().stream()
                        .flatMap(principal -> rights(principal).stream())
                        .collect(Collectors.toSet());
        var found = Set.copyOf(Topics.get(admin.describeAcls(AclBindingFilter.ANY).values()));
        var missing = wanted.stream().filter(right -> !found.contains(right)).toList();
        if (!missing.isEmpty()) {
            Topics.get(admin.createAcls(missing).all());
        }
        var surplus = found.stream().filter(right -> !wanted.contains(right)).toList();
        if (!surplus.isEmpty()) {
            Topics.get(admin.deleteAcls(surplus.stream().map(AclBinding::toFilter).toList()).all());
        }
    }

    /** Reading and writing imply describing. */
    private static List<AclBinding> rights(Principal principal) {
        var name = principal.login().username();
        var rights = new ArrayList<AclBinding>();
        principal.reads().forEach(t -> rights.add(right(name, TOPIC, t, AclOperation.READ)));
        principal.writes().forEach(t -> rights.add(right(name, TOPIC, t, AclOperation.WRITE)));
        principal.groups().forEach(g -> rights.add(right(name, GROUP, g, AclOperation.READ)));
        return rights;
    }

    private static AclBinding right(
            String principal, ResourceType type, String name, AclOperation operation) {
        var pattern =
                name.endsWith("*")
                        ? new ResourcePattern(
                                type, name.substring(0, name.length() - 1), PatternType.PREFIXED)
                        : new ResourcePattern(type, name, PatternType.LITERAL);
        return new AclBinding(
                pattern, new AccessControlEntry("User:" + principal, "*", operation, ALLOW));
    }
}
